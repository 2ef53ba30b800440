import { readAppSecret, signInByCode } from './use-cases/app.ts'
import { choosePassword, tryPassword } from './use-cases/password.ts'
import { askForgotten, askProvisional, readLink } from './use-cases/provisional.ts'

/** The steps by which a person without a national number signs in: link, SMS, password, app. */
export const bySteps = {
  readLink,
  askProvisional,
  askForgotten,
  tryPassword,
  choosePassword,
  readAppSecret,
  signInByCode,
}
