import type { NoticeTexts } from '#notices'
import type { AccountNoticeDetails, MessageTexts } from './keys.ts'

export const en: MessageTexts = {
  opened: ({ userName, link, days }) => ({
    subject: 'Your user name',
    body: `An enterprise has given you an office or access to online services. You have no national register number, so you sign in with a user name.

Your user name: ${userName}

Open this link to ask for a provisional password. It comes by text message to the phone number that the enterprise gave. The link works once, for ${days} days.

${link}

You did not expect this? Then do nothing: without you, nothing happens.`,
  }),
  forgotten: ({ userName, link, hours }) => ({
    subject: 'Choose a new password',
    body: `Somebody asked for a new password for this address.

Your user name: ${userName}

Open this link to ask for a provisional password by text message. The link works once, for ${hours} hours.

${link}

That was not you? Then do nothing: your password stays as it is.`,
  }),
  verify: ({ link, days }) => ({
    subject: 'Confirm your e-mail address',
    body: `You gave this e-mail address. Open this link and confirm that you read it. The link works once, for ${days} days.

${link}

That was not you? Then do nothing: the address stays unconfirmed.`,
  }),
  provisional: ({ password, hours }) =>
    `Claviger: your provisional password is ${password}. It works once, for ${hours} hours. Do not give it to anybody.`,
}

export const enNotices: NoticeTexts<AccountNoticeDetails>['en'] = {
  'account-renewed': () => ({
    subject: 'You chose a new password',
    body: `A new password was chosen for your account, and an authenticator app was set up.

That was not you? Then call the service desk at once.`,
  }),
  'own-address-changed': () => ({
    subject: 'Your e-mail address was changed',
    body: `Your account now holds another e-mail address. Messages no longer come to this one.

That was not you? Then call the service desk at once.`,
  }),
  'own-phone-changed': () => ({
    subject: 'Your phone number was changed',
    body: `Your account now holds another phone number. A provisional password will go there from now on.

That was not you? Then call the service desk at once.`,
  }),
}
