import type { NoticeTexts } from '#notices'
import type { AccountNoticeDetails, MessageTexts } from './keys.ts'

export const de: MessageTexts = {
  opened: ({ userName, link, days }) => ({
    subject: 'Ihr Benutzername',
    body: `Ein Unternehmen hat Ihnen ein Amt oder den Zugang zu Onlinediensten gegeben. Sie haben keine Nationalregisternummer und melden sich daher mit einem Benutzernamen an.

Ihr Benutzername: ${userName}

Öffnen Sie diesen Link, um ein vorläufiges Passwort anzufordern. Es kommt per SMS an die Telefonnummer, die das Unternehmen angegeben hat. Der Link gilt einmal und ${days} Tage lang.

${link}

Sie erwarten das nicht? Dann tun Sie nichts: Ohne Sie geschieht nichts.`,
  }),
  forgotten: ({ userName, link, hours }) => ({
    subject: 'Ein neues Passwort wählen',
    body: `Jemand hat für diese Adresse ein neues Passwort angefordert.

Ihr Benutzername: ${userName}

Öffnen Sie diesen Link, um ein vorläufiges Passwort per SMS anzufordern. Der Link gilt einmal und ${hours} Stunden lang.

${link}

Das waren nicht Sie? Dann tun Sie nichts: Ihr Passwort bleibt, wie es ist.`,
  }),
  verify: ({ link, days }) => ({
    subject: 'Bestätigen Sie Ihre E-Mail-Adresse',
    body: `Sie haben diese E-Mail-Adresse angegeben. Öffnen Sie diesen Link und bestätigen Sie, dass Sie sie lesen. Der Link gilt einmal und ${days} Tage lang.

${link}

Das waren nicht Sie? Dann tun Sie nichts: Die Adresse bleibt unbestätigt.`,
  }),
  provisional: ({ password, hours }) =>
    `Claviger: Ihr vorläufiges Passwort ist ${password}. Es gilt einmal, ${hours} Stunden lang. Geben Sie es nicht weiter.`,
}

export const deNotices: NoticeTexts<AccountNoticeDetails>['de'] = {
  'account-renewed': () => ({
    subject: 'Sie haben ein neues Passwort gewählt',
    body: `Für Ihr Konto wurde ein neues Passwort gewählt und eine Authentifizierungs-App eingerichtet.

Das waren nicht Sie? Dann rufen Sie sofort den Servicedesk an.`,
  }),
  'own-address-changed': () => ({
    subject: 'Ihre E-Mail-Adresse wurde geändert',
    body: `In Ihrem Konto steht jetzt eine andere E-Mail-Adresse. Nachrichten kommen an dieser Adresse nicht mehr an.

Das waren nicht Sie? Dann rufen Sie sofort den Servicedesk an.`,
  }),
  'own-phone-changed': () => ({
    subject: 'Ihre Telefonnummer wurde geändert',
    body: `In Ihrem Konto steht jetzt eine andere Telefonnummer. Ein vorläufiges Passwort kommt von nun an dort an.

Das waren nicht Sie? Dann rufen Sie sofort den Servicedesk an.`,
  }),
}
