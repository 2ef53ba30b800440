import type { GuideTexts } from './keys.ts'

export const de: GuideTexts = {
  title: 'Leitfaden',
  lead: 'Wie Sie Schritt für Schritt verwalten, wer in Onlinediensten für Ihr Unternehmen handeln darf. Wählen Sie, was Sie sind.',
  readers: {
    representative: (o) => ({
      title: 'Für einen gesetzlichen Vertreter',
      lead: `Sie sind Verwalter, Geschäftsführer oder selbstständig, und das Unternehmensregister sagt das. Sie registrieren das Unternehmen und bestellen seinen ${o.chief.one}. Das dauert etwa zehn Minuten, ein einziges Mal.`,
    }),
    chief: (o) => ({
      title: `Für einen ${o.chief.one}`,
      lead: 'Sie stehen für alle Zugänge des Unternehmens ein. Sie öffnen, was es braucht, bestellen, wer Ihnen hilft, und sehen alles, was geschieht.',
    }),
    'access-manager': (o) => ({
      title: `Für einen ${o.accessManager.one}`,
      lead: 'Sie verwalten die Benutzer einer Domäne: Sie legen sie an, geben ihnen die Onlinedienste, die sie brauchen, und entziehen sie, wenn sie gehen.',
    }),
    desk: () => ({
      title: 'Für den Servicedesk',
      lead: 'Sie helfen Unternehmen, die allein nicht weiterkommen. Sie sehen nur mit einem Grund hinein, und Gewichtiges tun Sie zu zweit.',
    }),
  },
  contents: 'Schritte',
  print: 'Zum Ausdrucken dieses Leitfadens nehmen Sie den Druckbefehl Ihres Browsers.',
  pictures: {
    page: (title) => `Die Seite „${title}“`,
    form: (title) => `Das Formular „${title}“, ausgefüllt`,
    preview: (title) => `„${title}“: was geschieht, sobald Sie bestätigen`,
  },
  madeUp: 'Die Personen und Unternehmen auf den Bildern sind erfunden.',
  larger: 'Größer zeigen',
  titles: {
    'second-agent': 'Bestätigen, was ein Kollege vorschlägt',
    look: 'Ein Unternehmen ansehen',
    together: 'Gemeinsam entscheiden',
    prepare: 'Das brauchen Sie',
    'sign-in': 'Anmelden',
    'after-appointing': (o) => `Was der ${o.chief.one} danach tut`,
    'change-chief': (o) => `Den ${o.chief.one} ersetzen`,
    overview: 'Die Übersicht lesen',
    'take-over': 'Ansehen, was Sie übernehmen',
    'own-rights': 'Sehen, was Sie selbst benutzen dürfen',
    history: 'Sehen, wer was getan hat',
    trouble: 'Wenn etwas nicht gelingt',
  },
  steps: {
    together: [
      'Sagt das Register, dass Vertreter gemeinsam handeln, so schlägt einer vor, und ein anderer bestätigt binnen dreißig Tagen. Vorher ändert sich nichts.',
      'Der Vorschlag eines Mitvertreters steht oben auf Ihrer Startseite. Wer ihn gemacht hat, darf ihn zurückziehen.',
    ],
    name: [
      'Weicht der eingegebene Name von dem auf dem digitalen Schlüssel der bestellten Person ab, so wartet die Annahme auf Sie. Vergleichen Sie: Bestätigen Sie, wenn es die gemeinte Person ist; widerrufen Sie sonst die Bestellung.',
    ],
    contact: [
      'Sie dürfen berichtigen, wie das Unternehmen jemanden erreicht, den Sie bestellen könnten. Sein eigenes Konto bleibt, wie es ist, und Sie beide werden benachrichtigt.',
    ],
    suspend: [
      'Setzen Sie ein Amt aus, wenn jemand abwesend ist oder Zweifel bestehen: Es gibt so lange keine Rechte, und der Platz bleibt besetzt. Setzen Sie ihn wieder ein, wenn es Zeit ist.',
    ],
    'stand-in': [
      'Sind Sie eine Zeit lang abwesend, bitten Sie auf der Seite der Verwalter, bei Ihrem eigenen Amt, jemanden um Stellvertretung für höchstens 90 Tage. Die Person nimmt nach der Anmeldung an oder lehnt ab.',
      'Ein Stellvertreter tut, was Sie tun dürfen, bestellt aber niemanden. Was er anderen gibt, endet mit der Stellvertretung, sofern Sie es nicht vor dem Ende behalten; eine Woche vorher erhalten Sie Nachricht.',
      'Sie, Ihr Stellvertreter und das Amt über Ihnen können die Stellvertretung jederzeit beenden.',
    ],
    look: [
      'Suchen Sie das Unternehmen und sagen Sie, warum Sie es ansehen. Der Grund wird notiert, bevor etwas gezeigt wird, und das Unternehmen sieht, dass Sie hineingesehen haben.',
      'Ein Unternehmen, an dem Sie selbst beteiligt sind, können Sie nicht ansehen.',
    ],
    recognise: [
      'Prüfen Sie die Unterlagen, die die Eigenschaft verlangt, und schlagen Sie die Anerkennung vor. Ein Kollege bestätigt binnen 72 Stunden, frisch und stark angemeldet.',
    ],
    'lift-as-desk': [
      'Kann niemand im Unternehmen den Notstopp mehr aufheben, so schlagen Sie es vor. Ein Kollege bestätigt; die Verwalter erfahren, wer es getan hat.',
    ],
    'second-agent': [
      'Was auf einen zweiten Mitarbeiter wartet, steht auf der Seite des Servicedesks. Prüfen Sie es, als wäre es Ihres; niemand bestätigt, was er selbst vorgeschlagen hat. Ein Vorschlag kann zurückgezogen werden und verfällt nach 72 Stunden.',
    ],
    resend: [
      'Hat jemand die Nachricht über seine Bestellung nicht bekommen, so senden Sie sie erneut. Sie geht an die Adresse, die das Unternehmen eingegeben hat, nie an eine andere.',
    ],
    prepare: [
      'Ihren digitalen Schlüssel, wenn er stark genug ist. Die Anmeldeseite nennt die, die es sind.',
      (o) => `Die Nationalregisternummer, den Namen und die E-Mail-Adresse der Person, die ${o.chief.one} werden soll.`,
    ],
    'sign-in': [
      'Wählen Sie Ihren digitalen Schlüssel und folgen Sie seinen Schritten. Sie kommen von selbst hierher zurück.',
      'Manche Schritte verlangen einen stärkeren Schlüssel als den benutzten. Sie melden sich dann erneut an und machen dort weiter, wo Sie waren.',
    ],
    register: [
      'Ihre Unternehmen stehen auf Ihrer Startseite. Wählen Sie das noch nicht registrierte, prüfen Sie Namen und Nummer und bestätigen Sie.',
      'Steht es nicht dort? Lassen Sie das Register abfragen, oder lesen Sie am Ende dieses Leitfadens, was Sie tun können.',
    ],
    'appoint-chief': [
      'Wählen Sie, ob Sie es selbst sind oder jemand anders. Für jemand anders geben Sie Nationalregisternummer, Namen und eine E-Mail-Adresse ein.',
      'Die nächste Seite zeigt, was geschehen wird und wer benachrichtigt wird. Nichts ändert sich, bevor Sie dort bestätigen.',
      'Bestellen Sie sich selbst, so sind Sie sofort im Amt.',
    ],
    'after-appointing': [
      'Die Person erhält eine Nachricht, meldet sich an und nimmt an. Bis dahin wartet die Bestellung; nach dreißig Tagen verfällt sie, und Sie können erneut bestellen.',
      'Mit der ersten Annahme öffnet sich das Konto des Unternehmens, mit den Domänen, die jedes Unternehmen hat.',
    ],
    'change-chief': [
      (o) =>
        `Bestellen Sie den Nachfolger wie beim ersten Mal. Der bisherige ${o.chief.one} bleibt, bis der Nachfolger annimmt; was geregelt war, bleibt, wie es ist.`,
      'Wer sofort gehen muss, wird auf der Seite der Verwalter abberufen. Der Platz ist dann leer, und Sie werden gebeten, ihn zu besetzen.',
      (o) =>
        `Ist der ${o.chief.one} fort oder nicht erreichbar? In der Übersicht übernehmen Sie sofort selbst, oder Sie bestellen jemand anderen. Wer übernimmt, sieht eine Liste dessen, was es gab.`,
    ],
    stop: [
      'Ist etwas ernstlich falsch, schließen Sie alle Zugänge im Namen des Unternehmens. Ein Vertreter kann das allein, zu jeder Stunde, und es wirkt sofort.',
      'Nichts wird gelöscht. Gesetzliche Vertreter sehen weiterhin alles und dürfen noch bestellen.',
    ],
    lift: ['Ist alles wieder sicher, heben Sie den Notstopp auf. Was gegeben war, wirkt von da an wieder.'],
    'confirm-chief': [
      (o) =>
        `Wer als gesetzlicher Vertreter ${o.chief.one} wurde und es laut Register nicht mehr ist, kann niemanden bestellen, bis ein Vertreter bestätigt, und ist nach dreißig Tagen ausgesetzt. Bestätigen Sie, wenn diese Person im Unternehmen arbeitet; sonst bestellen Sie jemand anderes.`,
    ],
    'earlier-rights': [
      'Meldet das Register eine Liquidation oder einen Konkurs, wartet alles früher Gegebene auf die Person, die das Unternehmen dann vertritt. Sehen Sie zuerst nach, wer was hat, nehmen Sie weg, was nicht zurückkommen soll, und bestätigen Sie den Rest. Was Sie selbst geben, gilt sofort.',
    ],
    trouble: [
      'Jede Meldung sagt, was zu tun ist. Kommen Sie nicht weiter, helfen die Leute des Servicedesks; sagen Sie, was Sie gerade taten und welche Referenz auf der Seite steht.',
    ],
    accept: [
      'Melden Sie sich an. Was auf Sie wartet, steht oben auf Ihrer Startseite: wer Sie bestellt hat, wozu, und was es bedeutet.',
      'Nehmen Sie an oder lehnen Sie ab; wer Sie bestellt hat, wird benachrichtigt. Eine Bestellung ohne Antwort verfällt nach dreißig Tagen.',
    ],
    overview: [
      'Die Zeichnung zeigt, wer wen bestellt hat. Darunter steht, was auf Sie wartet.',
      'Das Menü führt zu den Verwaltern, den Domänen, den Gruppen von Benutzern und dem Verlauf.',
      'Wählen Sie einen anderen Tag, um zu sehen, wie es war oder nach Plan sein wird. Die Seite sagt auch, wen Sie fragen, wenn Sie nicht weiterkommen.',
    ],
    'take-over': [
      'Haben vor Ihnen andere verwaltet? Dann führt Ihre Übersicht zu einer Liste aller Verwalter und Benutzer aus der Zeit vor Ihnen, mit wer was gab und seit wann.',
      'Bestätigen Sie, was stimmt, und entziehen Sie, was nicht mehr nötig ist: Zeile für Zeile oder eine ganze Seite auf einmal. Nichts endet von selbst, und die Liste verschwindet, wenn Sie fertig sind.',
    ],
    domains: [
      'Eine Domäne ist eine Gruppe von Onlinediensten, die zusammengehören. Aktivieren Sie, was das Unternehmen benutzt.',
      'Eine Domäne zu schließen schließt ihre Onlinedienste sofort für alle. Was gegeben war, bleibt erhalten und wirkt wieder, sobald Sie sie aktivieren.',
    ],
    capacities: [
      'Eine Eigenschaft ist, was das Unternehmen in einer Domäne ist, zum Beispiel Arbeitgeber. Jede aktive Eigenschaft ist eine Gruppe von Benutzern.',
      'Manche verlangen, dass das Register eine Arbeitgebernummer kennt oder dass der Servicedesk das Unternehmen anerkennt; die Seite sagt, welche.',
      'Eine zu schließen hält ihre Gruppe sofort an und bewahrt sie auf.',
    ],
    'co-chief': [
      (o) =>
        `${o.coChief.Many} tun alles, was Sie tun, bestellen aber keine ${o.coChief.many} und rühren Ihren Platz nicht an. So ist jemand da, wenn Sie es nicht sind.`,
    ],
    'access-manager': [
      'Einer für jede Domäne. Diese Person verwaltet die Gruppen und Benutzer der Domäne und nichts darüber hinaus.',
    ],
    'group-manager': [
      'Einer für jede Gruppe. Diese Person legt die Benutzer der Gruppe an und gibt ihnen deren Onlinedienste.',
    ],
    appointments: [
      'Die Seite der Verwalter nennt alle im Amt, seit wann, bis wann und durch wen, und die Bestellungen, die warten.',
      'Eine Bestellung, die Sie selbst hätten vornehmen können, dürfen Sie jederzeit widerrufen. Die Person wird benachrichtigt; was sie gegeben hatte, bleibt.',
    ],
    'create-user': [
      'Öffnen Sie die Gruppe, legen Sie einen Benutzer an und geben Sie Nationalregisternummer und Namen ein.',
      'Wählen Sie die Onlinedienste und, wenn Sie sie kennen, einen ersten und letzten Tag: Der Zugang endet dann von selbst.',
    ],
    'give-service': [
      'Öffnen Sie den Benutzer, wählen Sie den Onlinedienst und auf Wunsch die Tage. Es wirkt sofort.',
      'Entziehen wählen Sie neben dem Onlinedienst. Auch das wirkt sofort.',
    ],
    block: [
      'Sperren hält jemanden sofort auf und bewahrt alles für später: in einer Gruppe oder in allen Gruppen des Unternehmens.',
      'Entsperren Sie, wenn der Grund weggefallen ist. Wer von jemandem mit höherem Amt gesperrt wurde, wird von dort entsperrt.',
    ],
    'delete-user': [
      'Geht jemand weg, löschen Sie ihn aus der Gruppe. Seine Onlinedienste dort enden sofort; der Verlauf bewahrt, was er hatte.',
    ],
    history: [
      'Jede Änderung steht im Verlauf: wer was für wen getan hat, wann und mit welchem Recht. Durchsuchen, drucken oder laden Sie ihn herunter.',
      'Was Sie selbst getan haben, machen Sie zehn Minuten lang rückgängig, im Verlauf oder auf der Seite gleich danach, solange nichts darauf gefolgt ist.',
    ],
    leave: [
      'Wer ein Amt hat, darf es jederzeit niederlegen. Die Seite zeigt, was daraus wird und wer benachrichtigt wird.',
      'Was Sie anderen gegeben haben, bleibt.',
    ],
    'own-rights': ['Die Seite Ihrer Rechte zeigt, was Sie benutzen dürfen, warum, und was Ihnen für das Übrige fehlt.'],
  },
  desk: ({ name, phone, email, hours }) => `${name}: ${phone}, ${email}. ${hours}.`,
}
