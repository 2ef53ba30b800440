import type { Language } from '#kernel'

/** The words for somebody who has no national number, wherever a person is typed (P11). */
export interface WithoutNumberTexts {
  readonly legend: string
  readonly none: string
  readonly hint: string
  readonly phone: string
  readonly phoneHint: string
  /** In place of the masked number. */
  readonly shown: string
}

export const withoutNumberTexts: Readonly<Record<Language, WithoutNumberTexts>> = {
  nl: {
    legend: 'Heeft deze persoon geen rijksregisternummer?',
    none: 'Deze persoon heeft er geen',
    hint: 'Laat het nummer dan leeg en vul een e-mailadres en een telefoonnummer in. De persoon krijgt een gebruikersnaam per e-mail en vraagt daarmee een wachtwoord per sms.',
    phone: 'Telefoonnummer',
    phoneHint: 'Met het landnummer, bijvoorbeeld +32 2 511 51 51.',
    shown: 'zonder rijksregisternummer',
  },
  fr: {
    legend: 'Cette personne n’a-t-elle pas de numéro de registre national ?',
    none: 'Cette personne n’en a pas',
    hint: 'Laissez alors le numéro vide et saisissez une adresse e-mail et un numéro de téléphone. La personne reçoit un nom d’utilisateur par e-mail et demande avec lui un mot de passe par SMS.',
    phone: 'Numéro de téléphone',
    phoneHint: 'Avec l’indicatif du pays, par exemple +32 2 511 51 51.',
    shown: 'sans numéro de registre national',
  },
  de: {
    legend: 'Hat diese Person keine Nationalregisternummer?',
    none: 'Diese Person hat keine',
    hint: 'Lassen Sie die Nummer dann leer, und geben Sie eine E-Mail-Adresse und eine Telefonnummer ein. Die Person erhält einen Benutzernamen per E-Mail und fordert damit ein Passwort per SMS an.',
    phone: 'Telefonnummer',
    phoneHint: 'Mit der Landesvorwahl, zum Beispiel +32 2 511 51 51.',
    shown: 'ohne Nationalregisternummer',
  },
  en: {
    legend: 'Has this person no national register number?',
    none: 'This person has none',
    hint: 'Then leave the number empty, and enter an e-mail address and a phone number. The person gets a user name by e-mail, and asks with it for a password by text message.',
    phone: 'Phone number',
    phoneHint: 'With its country code, for example +32 2 511 51 51.',
    shown: 'without a national register number',
  },
}
