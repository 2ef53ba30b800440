import type { PageRoute } from '#http'
import type { WebDeps } from '../../web-deps.ts'
import { accountSignInPages } from './account-sign-in.page.ts'
import { addressLinkPage } from './addresses.page.ts'
import { linkPages } from './links.page.ts'

export { accountOffer } from './account-sign-in.page.ts'
export { addressBanner, addressesPart } from './addresses.page.ts'
export { accountPageTexts } from './texts/index.ts'

/** Signing in without a national number, and what mailed links lead to. */
export function accountPages(deps: WebDeps): PageRoute[] {
  return [...accountSignInPages(deps), ...linkPages(deps), ...addressLinkPage(deps)]
}
