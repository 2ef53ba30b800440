import type { Refusal } from '../operation.ts'
import type { Worded } from './office-words.ts'

export const refusalsDe = {
  'not-yours':
    'Unter dieser Nummer finden wir nichts, was für Sie bestimmt ist. Prüfen Sie die Unternehmensnummer. Stimmt sie, so bitten Sie einen gesetzlichen Vertreter oder einen Verwalter des Unternehmens um Zugang.',
  'level-too-low':
    'Ihre Anmeldung ist dafür nicht stark genug. Melden Sie sich mit einem stärkeren digitalen Schlüssel neu an.',
  'enterprise-ceased':
    'Laut Register hat dieses Unternehmen seine Tätigkeit eingestellt. Sie können Zugänge nur noch entziehen. Stimmt das Register nicht, so wenden Sie sich an den Servicedesk.',
  'emergency-stop':
    'Ein gesetzlicher Vertreter hat den Notstopp ausgelöst. Bitten Sie einen gesetzlichen Vertreter, ihn aufzuheben.',
  'not-legal-representative':
    'Das darf nur ein gesetzlicher Vertreter des Unternehmens. Wenden Sie sich an einen von ihnen. Sind Sie es selbst, stehen aber nicht im Register, so wenden Sie sich an den Servicedesk.',
  'second-representative-needed':
    'Laut Register vertreten Sie das Unternehmen nur gemeinsam mit jemand anderem, und es nennt niemanden, der das bestätigen könnte. Lassen Sie das Register berichtigen oder wenden Sie sich an den Servicedesk.',
  'not-registered':
    'Dieses Unternehmen ist hier noch nicht registriert. Ein gesetzlicher Vertreter muss es zuerst registrieren.',
  'already-registered':
    'Dieses Unternehmen ist bereits registriert. Sie müssen nichts mehr tun: Fahren Sie auf seiner Übersicht fort.',
  'outside-your-scope': (o) =>
    `Das liegt außerhalb dessen, was Sie verwalten. Wenden Sie sich an den ${o.chief.one} oder an den Verwalter dieser Domäne oder Gruppe.`,
  'domain-unknown': 'Diese Domäne kennen wir nicht. Wählen Sie eine Domäne aus der Liste.',
  'domain-already-open': 'Diese Domäne ist bereits aktiv. Sie müssen nichts tun.',
  'domain-not-open': (o) =>
    `Diese Domäne ist nicht aktiv. Brauchen Sie sie, so bitten Sie den ${o.chief.one} oder einen ${o.coChief.one}, sie zu aktivieren.`,
  'capacity-unknown': 'Diese Eigenschaft kennen wir nicht. Wählen Sie eine Eigenschaft aus der Liste.',
  'capacity-already-active': 'Diese Eigenschaft ist bereits aktiv. Sie müssen nichts tun.',
  'capacity-not-active': (o) =>
    `Diese Eigenschaft oder ihre Domäne ist nicht aktiv. Brauchen Sie sie, so bitten Sie den ${o.chief.one} oder einen ${o.coChief.one}, sie zu aktivieren.`,
  'rsz-number-missing':
    'Diese Eigenschaft setzt eine Arbeitgebernummer voraus, und das Register kennt für dieses Unternehmen keine. Beantragen Sie zuerst eine Nummer.',
  'recognition-missing':
    'Diese Eigenschaft setzt eine Zulassung voraus, und für dieses Unternehmen kennen wir keine. Wenden Sie sich an den Servicedesk, um die Zulassung eintragen zu lassen.',
  'self-appointment':
    'Sie können sich für dieses Amt nicht selbst bestellen. Bitten Sie einen anderen Verwalter, der dazu berechtigt ist.',
  'ground-not-in-register':
    'Laut Register ist diese Person kein gesetzlicher Vertreter. Gehört sie zum Personal, so wählen Sie „Arbeitnehmer“. Stimmt das Register nicht, so lassen Sie es zuerst berichtigen.',
  'candidate-waiting':
    'Für dieses Amt ist bereits jemand bestellt, der noch annehmen muss. Warten Sie die Antwort ab oder widerrufen Sie zuerst diese Bestellung.',
  'already-in-office':
    'Diese Person hat dieses Amt bereits oder muss es noch annehmen. Meinten Sie jemand anderen, so wählen Sie diese andere Person.',
  'appointment-unknown':
    'Diese Bestellung gibt es nicht oder nicht mehr. Sehen Sie in der Liste der Verwalter nach, wer jetzt welches Amt hat.',
  'appointment-not-waiting':
    'Diese Bestellung wartet nicht mehr auf eine Antwort. Sehen Sie in der Liste der Verwalter nach, wie es jetzt steht.',
  'not-the-appointee': 'Nur die bestellte Person kann annehmen oder ablehnen. Bitten Sie sie, sich selbst anzumelden.',
  'already-suspended': 'Dieses Amt ist bereits ausgesetzt. Sie müssen nichts tun.',
  'not-suspended': 'Dieses Amt ist nicht ausgesetzt. Sie müssen nichts tun.',
  'ground-lost': (o) =>
    `Sie wurden als gesetzlicher Vertreter ${o.chief.one}, sind es laut Register aber nicht mehr. Bitten Sie einen gesetzlichen Vertreter, Sie zu bestätigen: Danach geht es wieder.`,
  'awaits-confirmation':
    'Was vor der jetzigen Lage des Unternehmens gegeben wurde, gilt erst wieder, wenn die Person es bestätigt, die das Unternehmen jetzt vertritt. Bitten Sie diese Person darum.',
  'nothing-to-confirm': 'Hier gibt es nichts zu bestätigen: Alles gilt bereits. Sie müssen nichts tun.',
  'already-user':
    'Diese Person ist bereits Benutzer dieser Gruppe. Öffnen Sie sie in der Liste, um Onlinedienste zu geben oder zu entziehen.',
  'user-unknown':
    'Wir finden diese Person nicht unter den Benutzern. Wählen Sie jemanden aus der Liste oder legen Sie zuerst den Benutzer an.',
  'service-unknown': 'Diesen Onlinedienst kennen wir nicht. Wählen Sie einen Onlinedienst aus der Liste.',
  'service-not-offered':
    'Diese Gruppe bietet diesen Onlinedienst nicht an. Wählen Sie einen aus der Liste der Gruppe oder geben Sie ihn in einer anderen Gruppe.',
  'service-opened-by-role':
    'Dieser Onlinedienst öffnet sich nur mit einer Rolle. Geben Sie der Person eine Rolle dieses Dienstes oder bitten Sie darum, wer die Rollen verwaltet.',
  'service-granted-elsewhere':
    'Den Zugang zu diesem Onlinedienst gibt man in einem anderen System. Öffnen Sie den Dienst in der Liste, um zu sehen, wo.',
  'already-given':
    'Der Benutzer hat diesen Onlinedienst in diesem Zeitraum bereits. Wählen Sie andere Tage oder entziehen Sie den Dienst zuerst.',
  'not-given': 'Der Benutzer hat diesen Onlinedienst in dieser Gruppe nicht. Es gibt also nichts zu entziehen.',
  'already-blocked': 'Diese Person ist bereits gesperrt. Sie müssen nichts tun.',
  'not-blocked': 'Diese Person ist nicht gesperrt. Sie müssen nichts tun.',
  'blocked-by-higher-office': (o) =>
    `Jemand in einem höheren Amt hat diese Person gesperrt. Bitten Sie diesen Verwalter oder den ${o.chief.one}, die Sperre aufzuheben.`,
  'period-in-the-past': 'Der letzte Tag ist schon vorbei. Wählen Sie heute oder einen späteren Tag.',
  'period-reversed': 'Der letzte Tag liegt vor dem ersten. Berichtigen Sie einen der beiden Tage.',
  'period-outside-membership':
    'Diese Tage liegen außerhalb des Zeitraums, in dem die Person Benutzer der Gruppe ist. Wählen Sie Tage in diesem Zeitraum.',
  'already-stopped':
    'Der Notstopp ist bereits ausgelöst. Sie müssen nichts tun: Aller Zugang im Namen des Unternehmens ist geschlossen.',
  'not-stopped': 'Es gibt keinen Notstopp, den Sie aufheben könnten. Sie müssen nichts tun.',
  'proposal-unknown':
    'Dieser Vorschlag wartet nicht mehr auf eine Antwort: Er wurde bestätigt oder zurückgezogen, oder seine Frist ist abgelaufen. Sehen Sie auf Ihrer Startseite nach, was jetzt wartet, oder schlagen Sie es erneut vor.',
  'own-proposal':
    'Sie haben das selbst vorgeschlagen, deshalb muss jemand anderes es bestätigen. Bitten Sie eine der anderen Personen, die das dürfen.',
  'proposal-waiting':
    'Dasselbe wurde bereits vorgeschlagen und wartet auf Bestätigung. Bestätigen Sie diesen Vorschlag, oder ziehen Sie ihn zuerst zurück.',
  'act-unknown':
    'Wir finden das nicht unter dem, was Sie für dieses Unternehmen getan haben. Wählen Sie es im Verlauf.',
  'not-undoable': 'Das kann nicht rückgängig gemacht werden. Verwenden Sie den Schritt, der das Gegenteil tut.',
  'already-undone': 'Das ist schon rückgängig gemacht. Sie müssen nichts tun.',
  'undo-too-late':
    'Rückgängig machen geht 10 Minuten lang, und sie sind vorbei. Verwenden Sie den Schritt, der das Gegenteil tut.',
  'acted-on-since':
    'Seitdem wurde etwas getan, das darauf beruht oder dasselbe betrifft. Sehen Sie im Verlauf nach und verwenden Sie den Schritt, der das Gegenteil tut.',
  'end-unknown':
    'Hier gibt es kein Ende, das Sie absagen können. Was durch einen Nachfolger oder mit etwas anderem endet, sagen Sie dort ab.',
  'own-enterprise':
    'Sie haben selbst eine Rolle in diesem Unternehmen. Lassen Sie das eine andere Person des Servicedesks tun.',
  'recognition-not-asked':
    'Diese Eigenschaft verlangt keine Anerkennung. Wählen Sie eine Eigenschaft, die eine verlangt.',
  'already-recognised': 'Die Anerkennung für diese Eigenschaft ist schon eingetragen. Sie brauchen nichts zu tun.',
  'not-on-your-list':
    'Das steht nicht auf Ihrer Übernahmeliste: Sie haben es selbst gegeben, es wurde seit Ihrem Amtsantritt gegeben, oder Sie haben es schon bestätigt. Sie müssen nichts tun.',
  'stand-in-unknown':
    'Es gibt hierzu keine Stellvertretung, die wartet oder läuft: Sie wurde beendet, abgelehnt oder ist verfallen. Sehen Sie auf der Seite des Unternehmens nach, was jetzt gilt.',
  'already-stood-in':
    'Für dieses Amt wurde schon jemand um Stellvertretung gebeten. Beenden Sie diese zuerst, oder warten Sie, bis sie vorbei ist.',
  'stand-in-too-long': 'Eine Stellvertretung dauert höchstens 90 Tage. Wählen Sie einen früheren letzten Tag.',
  'outlasts-office': 'Ihr Amt endet früher. Wählen Sie einen letzten Tag innerhalb Ihrer Amtszeit.',
  'outlasts-stand-in':
    'Als Stellvertreter geben Sie Rechte, die spätestens mit Ihrer Stellvertretung enden. Wählen Sie Tage innerhalb dieser Zeit, oder lassen Sie den letzten Tag leer: Wen Sie vertreten, kann die Rechte behalten.',
  'named-otherwise':
    'Sie wurden unter einem anderen Namen gebeten als dem Ihres digitalen Schlüssels. Bitten Sie die Person, Sie erneut zu fragen, mit Ihrem eigenen Namen.',
  'nothing-to-keep': 'Es gibt nichts zu behalten: Dieser Stellvertreter hat keine Rechte gegeben, die noch laufen.',
  'number-or-contact-needed':
    'Geben Sie die Nationalregisternummer ein. Wer keine hat, erhält einen Benutzernamen per E-Mail und ein Passwort per SMS: Geben Sie dann sowohl eine E-Mail-Adresse als auch eine Telefonnummer ein.',
} satisfies Record<Refusal, Worded>
