import type { AccountPageTexts } from './keys.ts'

export const de: AccountPageTexts = {
  signIn: {
    title: 'Mit einem Benutzernamen anmelden',
    intro: 'Für alle ohne Nationalregisternummer, denen wir einen Benutzernamen gemailt haben.',
    userName: 'Benutzername',
    userNameHint: 'Acht Buchstaben und Ziffern, zum Beispiel kdr7-m2xp. Er steht in unserer E-Mail.',
    password: 'Passwort',
    passwordHint: 'Das von Ihnen gewählte, oder das vorläufige aus der SMS.',
    button: 'Weiter',
    forgotten: 'Ich habe meinen Benutzernamen oder mein Passwort vergessen',
    otherKeys: 'Mit einem digitalen Schlüssel anmelden',
    offer: 'Haben Sie keine Nationalregisternummer, und haben wir Ihnen einen Benutzernamen gemailt?',
    offerLink: 'Melden Sie sich mit Ihrem Benutzernamen an',
  },
  choose: {
    title: 'Wählen Sie Ihr eigenes Passwort',
    intro:
      'Das vorläufige Passwort ist verbraucht. Von nun an melden Sie sich mit dem Passwort an, das Sie hier wählen.',
    password: 'Neues Passwort',
    hint: 'Mindestens 12 Zeichen. Einige Wörter, die nur Sie zusammenstellen würden, sind leicht zu merken und schwer zu erraten.',
    again: 'Dasselbe Passwort noch einmal',
    button: 'Dieses Passwort wählen',
  },
  app: {
    title: 'Richten Sie Ihre Authentifizierungs-App ein',
    intro: 'Mit der App zeigen Sie bei jeder Anmeldung, dass Sie es sind.',
    steps: [
      'Öffnen Sie eine Authentifizierungs-App auf Ihrem Telefon, oder installieren Sie eine.',
      'Fügen Sie dort ein Konto hinzu, und wählen Sie, den Schlüssel selbst einzugeben.',
      'Geben Sie den Schlüssel ein, der unten steht.',
      'Geben Sie hier die sechs Ziffern ein, die die App dann zeigt.',
    ],
    secret: 'Schlüssel für die App',
    codeHint: 'Sechs Ziffern. Sie ändern sich alle 30 Sekunden.',
    button: 'Bestätigen und anmelden',
  },
  code: {
    title: 'Geben Sie den Code Ihrer App ein',
    intro: 'Öffnen Sie die Authentifizierungs-App auf Ihrem Telefon.',
    label: 'Code',
    hint: 'Sechs Ziffern. Sie ändern sich alle 30 Sekunden, und jeder Code gilt einmal.',
    button: 'Anmelden',
    lost: 'Ich habe die App nicht mehr',
  },
  forgotten: {
    title: 'Benutzername oder Passwort vergessen',
    intro:
      'Wir mailen Ihnen Ihren Benutzernamen und einen Link. Damit fordern Sie ein vorläufiges Passwort per SMS an, wählen ein neues Passwort und richten Ihre App neu ein. Bis dahin ändert sich nichts.',
    asked: 'Ihre E-Mail-Adresse oder Ihr Benutzername',
    button: 'Link zusenden',
    sentTitle: 'Sehen Sie in Ihr Postfach',
    sent: 'Kennen wir dort ein Konto, ist eine Nachricht mit einem Link unterwegs. Das kann einige Minuten dauern. Nichts angekommen? Sehen Sie bei den unerwünschten Nachrichten nach, oder fragen Sie, wer Ihnen das Amt oder die Dienste gegeben hat, ob die Adresse stimmt.',
  },
  activate: {
    title: 'Fordern Sie Ihr vorläufiges Passwort an',
    intro: (phoneEnd) =>
      `Wir senden es per SMS an die Telefonnummer, die auf ${phoneEnd} endet. Es gilt einmal, 24 Stunden lang.`,
    userName: 'Ihr Benutzername',
    button: 'SMS zusenden',
    wrongPhone:
      'Ist das nicht Ihr Telefon? Bitten Sie die Person, die Ihnen das Amt oder die Dienste gegeben hat, die Nummer zu berichtigen.',
    sentTitle: 'Die SMS ist unterwegs',
    sent: (phoneEnd) =>
      `Sie geht an die Telefonnummer, die auf ${phoneEnd} endet. Melden Sie sich mit Ihrem Benutzernamen und dem vorläufigen Passwort an; danach wählen Sie Ihr eigenes.`,
    toSignIn: 'Anmelden',
    overTitle: 'Dieser Link gilt nicht mehr',
    over: 'Ein Link gilt einmal und für begrenzte Zeit, solange ein Amt oder Dienste auf Sie warten. Sie können einen anderen anfordern.',
    toForgotten: 'Einen anderen Link anfordern',
  },
  address: {
    title: 'Bestätigen Sie Ihre E-Mail-Adresse',
    intro: (email) => `Lesen Sie, was an ${email} gesendet wird?`,
    button: 'Ja, das ist meine Adresse',
    doneTitle: 'Ihre Adresse ist bestätigt',
    done: (email) => `Wir wissen jetzt, dass Sie lesen, was an ${email} gesendet wird.`,
    overTitle: 'Dieser Link gilt nicht mehr',
    over: 'Ein Link gilt einmal, drei Tage lang und solange die Adresse Ihre ist. Einen neuen finden Sie in Ihrem Konto.',
    toAccount: 'Zu meinem Konto',
    list: 'Ihre E-Mail-Adressen',
    listIntro: 'Eine Adresse ist bestätigt, sobald Sie einen Link geöffnet haben, den wir an sie gemailt haben.',
    own: 'Ihre eigene',
    typed: 'von einem Unternehmen verwendet',
    whose: 'Wessen',
    state: 'Stand',
    email: 'Adresse',
    verified: 'bestätigt',
    unverified: 'nicht bestätigt',
    send: 'Link zusenden',
    about: (email) => `an ${email}`,
    sentOne: 'Wir haben Ihnen den Link gesendet. Öffnen Sie ihn, und bestätigen Sie, dass die Adresse Ihre ist.',
    tooMany:
      'Wir haben Ihnen schon mehrere Links gesendet. Öffnen Sie den neuesten, oder versuchen Sie es in einer Stunde wieder.',
    needed:
      'Sie melden sich mit einem Benutzernamen an: Behalten Sie eine Adresse und eine Telefonnummer, unter denen wir Sie erreichen.',
  },
  errors: {
    'user-name-empty': 'Geben Sie Ihren Benutzernamen ein',
    'password-empty': 'Geben Sie Ihr Passwort ein',
    'code-empty': 'Geben Sie die sechs Ziffern ein, die Ihre App zeigt',
    'asked-empty': 'Geben Sie Ihre E-Mail-Adresse oder Ihren Benutzernamen ein',
    'not-right':
      'Prüfen Sie Ihren Benutzernamen und Ihr Passwort: Zusammen stimmen sie nicht. Ein vorläufiges Passwort gilt einmal, 24 Stunden lang',
    'too-many-tries':
      'Warten Sie eine Viertelstunde, bevor Sie es wieder versuchen, oder fordern Sie ein neues Passwort an: Es war zu oft falsch',
    'code-not-right': 'Geben Sie den Code ein, den die App jetzt zeigt. Jeder Code gilt einmal',
    'code-tries':
      'Versuchen Sie es morgen wieder, oder fordern Sie ein neues Passwort an und richten Sie die App neu ein: Der Code war zu oft falsch',
    'step-over': 'Beginnen Sie von vorn: Das hat zu lange gedauert oder war schon getan',
    busy: 'Versuchen Sie es gleich wieder: Sehr viele Menschen melden sich an',
    'password-too-short': 'Wählen Sie ein Passwort von mindestens 12 Zeichen',
    'password-too-long': 'Wählen Sie ein Passwort von höchstens 128 Zeichen',
    'password-common': 'Wählen Sie ein anderes Passwort: Dieses wird mit als erstes erraten',
    'password-personal': 'Wählen Sie ein anderes Passwort: Dieses besteht aus Ihrem Namen, Ihrer Adresse oder Nummer',
    'password-differs': 'Geben Sie zweimal dasselbe Passwort ein: Die beiden sind nicht gleich',
  },
}
