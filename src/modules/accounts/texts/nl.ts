import type { NoticeTexts } from '#notices'
import type { AccountNoticeDetails, MessageTexts } from './keys.ts'

export const nl: MessageTexts = {
  opened: ({ userName, link, days }) => ({
    subject: 'Uw gebruikersnaam',
    body: `Een onderneming heeft u een functie of toegang tot onlinediensten gegeven. U hebt geen rijksregisternummer en meldt u daarom aan met een gebruikersnaam.

Uw gebruikersnaam: ${userName}

Open deze link om een voorlopig wachtwoord te vragen. Het komt per sms op het telefoonnummer dat de onderneming heeft opgegeven. De link werkt één keer en ${days} dagen lang.

${link}

Verwacht u dit niet? Doe dan niets: zonder u gebeurt er niets.`,
  }),
  forgotten: ({ userName, link, hours }) => ({
    subject: 'Een nieuw wachtwoord kiezen',
    body: `Iemand heeft voor dit adres een nieuw wachtwoord gevraagd.

Uw gebruikersnaam: ${userName}

Open deze link om een voorlopig wachtwoord per sms te vragen. De link werkt één keer en ${hours} uur lang.

${link}

Was u dat niet? Doe dan niets: uw wachtwoord blijft zoals het is.`,
  }),
  verify: ({ link, days }) => ({
    subject: 'Bevestig uw e-mailadres',
    body: `U hebt dit e-mailadres opgegeven. Open deze link en bevestig dat u het leest. De link werkt één keer en ${days} dagen lang.

${link}

Was u dat niet? Doe dan niets: het adres blijft onbevestigd.`,
  }),
  provisional: ({ password, hours }) =>
    `Claviger: uw voorlopig wachtwoord is ${password}. Het werkt een keer, ${hours} uur lang. Geef het aan niemand door.`,
}

export const nlNotices: NoticeTexts<AccountNoticeDetails>['nl'] = {
  'account-renewed': () => ({
    subject: 'U hebt een nieuw wachtwoord gekozen',
    body: `Voor uw account is een nieuw wachtwoord gekozen en een authenticator-app ingesteld.

Was u dat niet? Bel dan meteen de servicedesk.`,
  }),
  'own-address-changed': () => ({
    subject: 'Uw e-mailadres is gewijzigd',
    body: `In uw account staat nu een ander e-mailadres. Berichten komen niet meer op dit adres aan.

Was u dat niet? Bel dan meteen de servicedesk.`,
  }),
  'own-phone-changed': () => ({
    subject: 'Uw telefoonnummer is gewijzigd',
    body: `In uw account staat nu een ander telefoonnummer. Een voorlopig wachtwoord komt voortaan daar aan.

Was u dat niet? Bel dan meteen de servicedesk.`,
  }),
}
