import { exampleNationalNumber } from '#kernel'
import type { OperationKeys } from './keys.ts'
import { refusalsDe } from './refusals-de.ts'

const nationalNumber = `Geben Sie die Nationalregisternummer mit 11 Ziffern ein, zum Beispiel ${exampleNationalNumber}.`
const day = 'Geben Sie Tag, Monat und Jahr ein, zum Beispiel 21 11 2026.'
const email = 'Geben Sie die E-Mail-Adresse in der Form an@example.org ein.'
const phone = 'Geben Sie die Telefonnummer mit der Landesvorwahl ein, zum Beispiel +32 2 511 51 51.'
const choice = 'Wählen Sie etwas aus der Liste.'

const fieldErrors: OperationKeys['fieldErrors'] = {
  'national-number-empty': nationalNumber,
  'national-number-characters': nationalNumber,
  'national-number-length': nationalNumber,
  'national-number-birth': `Prüfen Sie die ersten sechs Ziffern: Sie sind das Geburtsdatum. ${nationalNumber}`,
  'national-number-counter': `Prüfen Sie die siebte bis neunte Ziffer. ${nationalNumber}`,
  'national-number-check': 'Prüfen Sie jede Ziffer der Nationalregisternummer: Eine davon stimmt nicht.',
  'civil-day-empty': day,
  'civil-day-malformed': day,
  'civil-day-nonexistent':
    'Geben Sie einen Tag ein, den es im Kalender gibt, zum Beispiel 30 4 2026 und nicht 31 4 2026.',
  'person-name-empty': 'Geben Sie den Namen wie auf dem Personalausweis ein.',
  'given-name-empty': 'Geben Sie den Vornamen wie auf dem Personalausweis ein.',
  'family-name-empty': 'Geben Sie den Familiennamen wie auf dem Personalausweis ein.',
  'person-name-length': 'Kürzen Sie den Namen auf höchstens 100 Zeichen.',
  'person-name-characters':
    'Schreiben Sie den Namen mit Buchstaben, Leerzeichen, Bindestrichen und Apostrophen, zum Beispiel Anne-Marie.',
  'email-empty': email,
  'email-length': 'Prüfen Sie die E-Mail-Adresse: Sie ist zu lang.',
  'email-malformed': email,
  'phone-empty': phone,
  'phone-length': `Prüfen Sie die Anzahl der Ziffern. ${phone}`,
  'phone-malformed': phone,
  'code-form': choice,
  'person-form': 'Wählen Sie eine Person aus der Liste.',
  'reference-form': 'Wählen Sie eine Bestellung aus der Liste.',
  required: 'Füllen Sie dieses Feld aus.',
  'too-long': 'Geben Sie hier weniger ein.',
  'not-a-choice': choice,
  'choose-one': 'Wählen Sie eine der Möglichkeiten.',
  other: 'Prüfen Sie diese Antwort und geben Sie sie neu ein.',
}

const enterpriseNumber: OperationKeys['enterpriseNumber'] = {
  write: (digits, example) => `Geben Sie die Unternehmensnummer mit ${digits} Ziffern ein, zum Beispiel ${example}.`,
  start: (starts) => `Beginnen Sie mit ${starts}.`,
  check: 'Prüfen Sie jede Ziffer der Unternehmensnummer: Eine davon stimmt nicht.',
}

const operations: OperationKeys['operations'] = {
  'register-enterprise': {
    title: 'Das Unternehmen registrieren',
    button: 'Registrieren',
    done: 'Unternehmen registriert',
  },
  'appoint-chief': {
    title: (o) => `Einen ${o.chief.one} bestellen`,
    button: 'Bestellung bestätigen',
    done: (o) => `${o.chief.one} bestellt`,
  },
  'appoint-co-chief': {
    title: (o) => `Einen ${o.coChief.one} bestellen`,
    button: 'Bestellung bestätigen',
    done: (o) => `${o.coChief.one} bestellt`,
  },
  'appoint-access-manager': {
    title: (o) => `Einen ${o.accessManager.one} bestellen`,
    button: 'Bestellung bestätigen',
    done: (o) => `${o.accessManager.one} bestellt`,
  },
  'appoint-group-manager': {
    title: (o) => `Einen ${o.groupManager.one} bestellen`,
    button: 'Bestellung bestätigen',
    done: (o) => `${o.groupManager.one} bestellt`,
  },
  'accept-appointment': { title: 'Die Bestellung annehmen', button: 'Annehmen', done: 'Bestellung angenommen' },
  'decline-appointment': { title: 'Die Bestellung ablehnen', button: 'Ablehnen', done: 'Bestellung abgelehnt' },
  'withdraw-appointment': { title: 'Die Bestellung widerrufen', button: 'Widerrufen', done: 'Bestellung widerrufen' },
  'confirm-office': { title: 'Ein Amt bestätigen', button: 'Bestätigen', done: 'Amt bestätigt' },
  'confirm-user': { title: 'Einen Benutzer bestätigen', button: 'Bestätigen', done: 'Benutzer bestätigt' },
  'confirm-name': { title: 'Bestätigen, wer es ist', button: 'Bestätigen', done: 'Name bestätigt' },
  'suspend-appointment': { title: 'Das Amt aussetzen', button: 'Aussetzen', done: 'Amt ausgesetzt' },
  'resume-appointment': {
    title: 'Die Aussetzung aufheben',
    button: 'Aussetzung aufheben',
    done: 'Aussetzung aufgehoben',
  },
  'confirm-chief': {
    title: (o) => `Den ${o.chief.one} bestätigen`,
    button: 'Bestätigen',
    done: (o) => `${o.chief.One} bestätigt`,
  },
  'confirm-earlier-rights': {
    title: 'Früher Gegebenes bestätigen',
    button: 'Bestätigen',
    done: 'Frühere Ämter und Rechte bestätigt',
  },
  resign: { title: 'Ihr Amt niederlegen', button: 'Amt niederlegen', done: 'Sie haben Ihr Amt niedergelegt' },
  'change-contact': {
    title: 'Kontaktdaten ändern',
    button: 'Ändern',
    done: 'Kontaktdaten geändert',
  },
  'activate-domain': { title: 'Eine Domäne aktivieren', button: 'Aktivieren', done: 'Domäne aktiviert' },
  'close-domain': { title: 'Eine Domäne schließen', button: 'Schließen', done: 'Domäne geschlossen' },
  'activate-capacity': { title: 'Eine Eigenschaft aktivieren', button: 'Aktivieren', done: 'Eigenschaft aktiviert' },
  'close-capacity': { title: 'Eine Eigenschaft schließen', button: 'Schließen', done: 'Eigenschaft geschlossen' },
  'create-user': { title: 'Einen Benutzer anlegen', button: 'Benutzer anlegen', done: 'Benutzer angelegt' },
  'give-service': { title: 'Einen Onlinedienst geben', button: 'Geben', done: 'Onlinedienst gegeben' },
  'withdraw-service': { title: 'Einen Onlinedienst entziehen', button: 'Entziehen', done: 'Onlinedienst entzogen' },
  'block-user': { title: 'In dieser Gruppe sperren', button: 'Sperren', done: 'Benutzer gesperrt' },
  'unblock-user': { title: 'In dieser Gruppe entsperren', button: 'Entsperren', done: 'Benutzer entsperrt' },
  'block-person': { title: 'In allen Gruppen sperren', button: 'Sperren', done: 'Person gesperrt' },
  'unblock-person': { title: 'In allen Gruppen entsperren', button: 'Entsperren', done: 'Person entsperrt' },
  'delete-user': { title: 'Aus der Gruppe löschen', button: 'Löschen', done: 'Benutzer gelöscht' },
  'press-emergency-stop': { title: 'Den Notstopp auslösen', button: 'Notstopp auslösen', done: 'Notstopp ausgelöst' },
  'lift-emergency-stop': { title: 'Den Notstopp aufheben', button: 'Notstopp aufheben', done: 'Notstopp aufgehoben' },
  'confirm-proposal': {
    title: 'Den Vorschlag bestätigen',
    button: 'Bestätigen',
    done: 'Vorschlag bestätigt',
  },
  'confirm-chief-proposal': {
    title: (o) => `Den ${o.chief.one} bestätigen`,
    button: 'Bestätigen',
    done: (o) => `${o.chief.one} bestellt`,
  },
  'withdraw-proposal': {
    title: 'Den Vorschlag zurückziehen',
    button: 'Zurückziehen',
    done: 'Vorschlag zurückgezogen',
  },
  'propose-recognition': {
    title: 'Eine Anerkennung vorschlagen',
    button: 'Vorschlagen',
    done: 'Anerkennung vorgeschlagen',
  },
  'propose-lift': {
    title: 'Vorschlagen, den Notstopp aufzuheben',
    button: 'Vorschlagen',
    done: 'Aufhebung vorgeschlagen',
  },
  'confirm-recognition': { title: 'Die Anerkennung bestätigen', button: 'Bestätigen', done: 'Eigenschaft anerkannt' },
  'confirm-lift': {
    title: 'Die Aufhebung des Notstopps bestätigen',
    button: 'Notstopp aufheben',
    done: 'Notstopp vom Servicedesk aufgehoben',
  },
  'withdraw-desk-proposal': {
    title: 'Den Vorschlag zurückziehen',
    button: 'Zurückziehen',
    done: 'Vorschlag des Servicedesks zurückgezogen',
  },
  'resend-activation': {
    title: 'Die Einladung erneut senden',
    button: 'Erneut senden',
    done: 'Einladung erneut gesendet',
  },
  'continue-office': {
    title: 'Das Ende eines Amts absagen',
    button: 'Ende absagen',
    done: 'Ende eines Amts abgesagt',
  },
  'continue-user': {
    title: 'Das Ende eines Zugangs absagen',
    button: 'Ende absagen',
    done: 'Ende eines Zugangs abgesagt',
  },
  undo: { title: 'Rückgängig machen', button: 'Rückgängig machen', done: 'Rückgängig gemacht' },
  'propose-stand-in': { title: 'Um Stellvertretung bitten', button: 'Bitten', done: 'Um Stellvertretung gebeten' },
  'accept-stand-in': { title: 'Die Stellvertretung annehmen', button: 'Annehmen', done: 'Stellvertretung angenommen' },
  'decline-stand-in': { title: 'Die Stellvertretung ablehnen', button: 'Ablehnen', done: 'Stellvertretung abgelehnt' },
  'end-stand-in': { title: 'Die Stellvertretung beenden', button: 'Beenden', done: 'Stellvertretung beendet' },
  'keep-grants-of-stand-in': {
    title: 'Behalten, was der Stellvertreter gegeben hat',
    button: 'Behalten',
    done: 'Rechte behalten',
  },
}

const events: OperationKeys['events'] = {
  'enterprise-registered': (p) => `${p.actor} hat das Unternehmen registriert`,
  'chief-appointed': (p, o) => `${p.actor} hat ${p.subject} zum ${o.chief.one} bestellt`,
  'co-chief-appointed': (p, o) => `${p.actor} hat ${p.subject} zum ${o.coChief.one} bestellt`,
  'access-manager-appointed': (p, o) => `${p.actor} hat ${p.subject} zum ${o.accessManager.one} bestellt${p.scope}`,
  'group-manager-appointed': (p, o) => `${p.actor} hat ${p.subject} zum ${o.groupManager.one} bestellt${p.scope}`,
  'appointment-accepted': (p) => `${p.actor} hat die Bestellung zum ${p.office}${p.scope} angenommen`,
  'appointment-declined': (p) => `${p.actor} hat die Bestellung zum ${p.office}${p.scope} abgelehnt`,
  'appointment-withdrawn': (p) => `${p.actor} hat die Bestellung von ${p.subject} zum ${p.office}${p.scope} widerrufen`,
  'office-confirmed': (p) => `${p.actor} hat bei der Übernahme ${p.subject} als ${p.office}${p.scope} bestätigt`,
  'user-confirmed': (p) =>
    `${p.actor} hat bei der Übernahme ${p.subject} als Benutzer einer Gruppe${p.scope} bestätigt`,
  'name-confirmed': (p) => `${p.actor} hat den Namen von ${p.subject} als ${p.office}${p.scope} bestätigt`,
  'appointment-suspended': (p) => `${p.actor} hat das Amt von ${p.subject} als ${p.office}${p.scope} ausgesetzt`,
  'appointment-resumed': (p) => `${p.actor} hat die Aussetzung von ${p.subject} als ${p.office}${p.scope} aufgehoben`,
  'appointment-reminded': (p) => `${p.subject} wurde an die Bestellung zum ${p.office}${p.scope} erinnert`,
  'appointment-lapsed': (p) => `Die Bestellung von ${p.subject} zum ${p.office}${p.scope} ist verfallen`,
  'office-expired': (p) => `Die Amtszeit von ${p.subject} als ${p.office}${p.scope} ist abgelaufen`,
  'chief-confirmed': (p) => `${p.actor} hat ${p.subject} als ${p.office}${p.scope} bestätigt`,
  'earlier-rights-confirmed': (p) => `${p.actor} hat bestätigt, was früher gegeben wurde`,
  'ground-ended': (p) =>
    `${p.subject} ist laut Register kein gesetzlicher Vertreter mehr und wartet als ${p.office}${p.scope} auf Bestätigung`,
  'ground-suspended': (p) => `${p.subject} ist als ${p.office}${p.scope} ausgesetzt: Niemand hat rechtzeitig bestätigt`,
  'chief-dormant': (p) => `${p.subject}, ${p.office}${p.scope}, hat sich lange nicht mehr angemeldet`,
  'office-resigned': (p) => `${p.actor} hat das Amt als ${p.office}${p.scope} niedergelegt`,
  'contact-changed': (p) => `${p.actor} hat die Kontaktdaten von ${p.subject} als ${p.office}${p.scope} geändert`,
  'domain-activated': (p) => `${p.actor} hat eine Domäne aktiviert${p.scope}`,
  'domain-closed': (p) => `${p.actor} hat eine Domäne geschlossen${p.scope}`,
  'capacity-activated': (p) => `${p.actor} hat eine Eigenschaft aktiviert${p.scope}`,
  'capacity-closed': (p) => `${p.actor} hat eine Eigenschaft geschlossen${p.scope}`,
  'user-created': (p) => `${p.actor} hat ${p.subject} als Benutzer angelegt${p.scope}`,
  'service-given': (p) => `${p.actor} hat ${p.service} an ${p.subject} gegeben${p.scope}`,
  'service-withdrawn': (p) => `${p.actor} hat ${p.subject} den Dienst ${p.service} entzogen${p.scope}`,
  'user-blocked': (p) => `${p.actor} hat ${p.subject} in einer Gruppe gesperrt${p.scope}`,
  'user-unblocked': (p) => `${p.actor} hat ${p.subject} in einer Gruppe entsperrt${p.scope}`,
  'person-blocked': (p) => `${p.actor} hat ${p.subject} in allen Gruppen gesperrt`,
  'person-unblocked': (p) => `${p.actor} hat die Sperre von ${p.subject} in allen Gruppen aufgehoben`,
  'user-deleted': (p) => `${p.actor} hat ${p.subject} aus einer Gruppe gelöscht${p.scope}`,
  'emergency-stop-pressed': (p) => `${p.actor} hat den Notstopp ausgelöst`,
  'emergency-stop-lifted': (p) => `${p.actor} hat den Notstopp aufgehoben`,
  'proposal-made': (p) => `${p.actor} hat vorgeschlagen: ${p.what}`,
  'proposal-confirmed': (p) => `${p.actor} hat bestätigt, was ${p.subject} vorgeschlagen hatte: ${p.what}`,
  'proposal-withdrawn': (p) => `${p.actor} hat den Vorschlag von ${p.subject} zurückgezogen: ${p.what}`,
  'register-consulted': (p) => `${p.actor} hat als Mitarbeiter des Servicedesks die Registerdaten angesehen`,
  'register-asked': (p) => `${p.actor} hat das Register gefragt, ob es diese Person als Vertreter nennt`,
  'recognition-proposed': (p) => `${p.actor} vom Servicedesk hat eine Anerkennung vorgeschlagen${p.scope}`,
  'lift-proposed': (p) => `${p.actor} vom Servicedesk hat vorgeschlagen, den Notstopp aufzuheben`,
  'capacity-recognised': (p) =>
    `${p.actor} und ${p.subject} vom Servicedesk haben eine Anerkennung eingetragen${p.scope}`,
  'emergency-stop-lifted-by-desk': (p) => `${p.actor} und ${p.subject} vom Servicedesk haben den Notstopp aufgehoben`,
  'desk-proposal-withdrawn': (p) => `${p.actor} vom Servicedesk hat einen Vorschlag zurückgezogen${p.scope}`,
  'activation-resent': (p) =>
    `${p.actor} vom Servicedesk hat ${p.subject} die Einladung als ${p.office} erneut gesendet${p.scope}`,
  'desk-looked': (p) => `${p.actor} vom Servicedesk hat das Unternehmen eingesehen`,
  'office-continued': (p) => `${p.actor} lässt ${p.subject} ohne Enddatum im Amt: ${p.office}${p.scope}`,
  'user-continued': (p) =>
    `${p.actor} hat das Ende von ${p.service || 'dem Zugang'} für ${p.subject} abgesagt${p.scope}`,
  'act-undone': (p) => `${p.actor} hat rückgängig gemacht: ${p.what}${p.scope}`,
  'role-assigned': (p) => `${p.actor} hat ${p.subject} eine Rolle zugewiesen`,
  'stand-in-proposed': (p) => `${p.actor} hat ${p.subject} um Stellvertretung als ${p.office}${p.scope} gebeten`,
  'stand-in-accepted': (p) => `${p.actor} hat angenommen, ${p.subject} als ${p.office}${p.scope} zu vertreten`,
  'stand-in-declined': (p) => `${p.actor} hat abgelehnt, ${p.subject} als ${p.office}${p.scope} zu vertreten`,
  'stand-in-ended': (p) => `${p.actor} hat die Stellvertretung durch ${p.subject} als ${p.office}${p.scope} beendet`,
  'grants-of-stand-in-kept': (p) =>
    `${p.actor} hat behalten, was ${p.subject} in Stellvertretung gegeben hatte${p.scope}`,
  'stand-in-reminded': (p) =>
    `An das Ende der Stellvertretung durch ${p.subject} als ${p.office}${p.scope} wurde erinnert`,
  'stand-in-over': (p) => `Die Stellvertretung durch ${p.subject} als ${p.office}${p.scope} ist abgelaufen`,
  'stand-in-lapsed': (p) => `Die Bitte an ${p.subject} um Stellvertretung als ${p.office}${p.scope} ist verfallen`,
}

const reasons: OperationKeys['reasons'] = {
  representation: 'Sie dürfen dies benutzen, weil Sie gesetzlicher Vertreter des Unternehmens sind.',
  office: 'Sie dürfen dies benutzen, weil Sie ein Amt im Unternehmen haben.',
  automatic: 'Sie dürfen dies benutzen, weil Ihr Amt oder Ihr Platz in der Gruppe es von selbst mit sich bringt.',
  authorisation: 'Sie dürfen dies benutzen, weil ein Verwalter Ihnen eine Ermächtigung gegeben hat.',
  role: 'Sie dürfen dies benutzen, weil Sie eine Rolle haben, die es erlaubt.',
  'enterprise-unknown': 'Das Register kennt dieses Unternehmen nicht. Prüfen Sie die Unternehmensnummer.',
  'action-unknown': 'Diesen Onlinedienst oder diese Rolle kennen wir nicht. Beginnen Sie auf der Startseite von vorn.',
  'capacity-unknown': 'Diese Eigenschaft kennen wir nicht. Beginnen Sie auf der Startseite von vorn.',
  'enterprise-ceased':
    'Laut Register hat dieses Unternehmen seine Tätigkeit eingestellt. Stimmt das nicht, so wenden Sie sich an den Servicedesk.',
  'emergency-stop':
    'Ein gesetzlicher Vertreter hat allen Zugang im Namen des Unternehmens geschlossen. Fragen Sie einen gesetzlichen Vertreter, wann er wieder öffnet.',
  'level-too-low':
    'Sie dürfen dies benutzen, aber Ihre Anmeldung ist nicht stark genug. Melden Sie sich mit einem stärkeren digitalen Schlüssel neu an.',
  blocked: (o) => `Sie sind in allen Gruppen des Unternehmens gesperrt. Wenden Sie sich an den ${o.chief.one}.`,
  'blocked-in-group': 'Sie sind in dieser Gruppe gesperrt. Wenden Sie sich an den Verwalter der Gruppe.',
  'awaits-confirmation':
    'Das wurde vor der jetzigen Lage des Unternehmens gegeben. Es gilt wieder, sobald die Person es bestätigt, die das Unternehmen jetzt vertritt.',
  'office-suspended':
    'Ihr Amt ist ausgesetzt und gibt zurzeit keine Rechte. Wenden Sie sich an die Person, die Sie bestellt hat, oder an einen gesetzlichen Vertreter.',
  'domain-closed': (o) =>
    `Diese Domäne ist für das Unternehmen nicht aktiv. Bitten Sie den ${o.chief.one}, sie zu aktivieren.`,
  'capacity-closed': (o) =>
    `Diese Eigenschaft ist für das Unternehmen nicht aktiv. Bitten Sie den ${o.chief.one}, sie zu aktivieren.`,
  'role-stopped': 'Ihre Rolle ist angehalten. Bitten Sie die Person, die die Rollen verwaltet, sie fortzusetzen.',
  'not-yet': 'Ihr Recht beginnt später. Brauchen Sie es früher, so fragen Sie Ihren Verwalter.',
  expired: 'Ihr Recht ist abgelaufen. Bitten Sie Ihren Verwalter, es zu verlängern.',
  'no-right': 'Niemand hat Ihnen diesen Zugang gegeben. Bitten Sie einen Verwalter des Unternehmens darum.',
}

export const de: OperationKeys = {
  refusals: refusalsDe,
  levelTooLow: (level) =>
    `Ihre Anmeldung ist dafür nicht stark genug. Melden Sie sich auf diesem Sicherheitsniveau oder höher neu an: ${level}.`,
  fieldErrors,
  enterpriseNumber,
  operations,
  events,
  someEvent: (p) => `${p.actor} hat etwas geändert`,
  reasons,
  byItself: {
    'appointment-reminded': 'Erinnerung an eine Bestellung',
    'appointment-lapsed': 'Bestellung verfallen',
    'office-expired': 'Amtszeit abgelaufen',
    'ground-ended': 'Vertretung beendet',
    'ground-suspended': 'Ausgesetzt nach Ende der Vertretung',
    'chief-dormant': 'Lange nicht angemeldet',
    'stand-in-reminded': 'Erinnerung an das Ende einer Stellvertretung',
    'stand-in-over': 'Stellvertretung abgelaufen',
    'stand-in-lapsed': 'Bitte um Stellvertretung verfallen',
  },
  appointmentStates: {
    'awaiting-activation': 'wartet auf Annahme',
    accepted: 'angenommen, noch nicht begonnen',
    active: 'aktiv',
    suspended: 'ausgesetzt',
    vacant: 'unbesetzt',
  },
  words: {
    since: 'seit',
    until: 'bis',
    by: 'von',
    selfGiven: 'sich selbst gegeben',
    continue: 'Weiter',
    cancel: 'Abbrechen',
    changeAnswers: 'Antworten ändern',
    goBack: 'Zurück',
    signInStronger: 'Mit einem stärkeren Schlüssel anmelden',
    typedKept: 'Ihre Eingaben werden zehn Minuten aufbewahrt: Nach der Anmeldung finden Sie sie wieder vor.',
    typedLost: 'Ihre Eingaben konnten nicht aufbewahrt werden: Nach der Anmeldung füllen Sie das Formular neu aus.',
    nobodyTold: 'Niemand',
    thisPerson: 'diese Person',
    planned: 'Was geplant ist',
    somebody: 'Jemand',
  },
}
