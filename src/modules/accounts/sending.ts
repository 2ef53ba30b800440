import { sendAccountMessages, tidyAccounts } from './send-messages.ts'
import { httpSmsGateway } from './sms.ts'

/** What goes out by itself: messages with a secret, the gateway for those that are texts, and the tidying behind them. */
export const accountSending = { gateway: httpSmsGateway, send: sendAccountMessages, tidy: tidyAccounts }
