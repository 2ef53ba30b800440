import type { NoticeParts, ToldTexts } from '#enterprises'

/** What is told of stand-ins. */
export type StandInKind =
  | 'stand-in-asked'
  | 'stand-in-asked-below'
  | 'stand-in-accepted'
  | 'stand-in-accepted-below'
  | 'stand-in-declined'
  | 'stand-in-ended'
  | 'stand-in-ended-below'
  | 'stand-in-ends-soon'
  | 'stand-in-over'
  | 'stand-in-over-below'
  | 'stand-in-lapsed'

const span = {
  nl: ({ day, lastDay }: NoticeParts) => (day === '' ? `tot en met ${lastDay}` : `van ${day} tot en met ${lastDay}`),
  fr: ({ day, lastDay }: NoticeParts) => (day === '' ? `jusqu’au ${lastDay} inclus` : `du ${day} au ${lastDay} inclus`),
  de: ({ day, lastDay }: NoticeParts) =>
    day === '' ? `bis einschließlich ${lastDay}` : `vom ${day} bis einschließlich ${lastDay}`,
  en: ({ day, lastDay }: NoticeParts) => (day === '' ? `until ${lastDay}` : `from ${day} until ${lastDay}`),
}

const nl: ToldTexts<StandInKind>['nl'] = {
  'stand-in-asked': (p) => ({
    subject: `Gevraagd als plaatsvervanger bij ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} vraagt u om ${span.nl(p)} plaatsvervanger te zijn als ${p.office} voor ${p.enterprise}.`,
      'U oefent dan de functie uit, maar stelt niemand aan. Wat u aan anderen geeft, eindigt met uw plaatsvervanging, tenzij het wordt behouden.',
      'Meld u aan en kies op de startpagina of u aanvaardt of weigert. Kent u deze onderneming niet, weiger dan.',
    ],
  }),
  'stand-in-asked-below': (p) => ({
    subject: `Een plaatsvervanger is gevraagd bij ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} vroeg ${p.subject} om ${span.nl(p)} plaatsvervanger te zijn als ${p.office} voor ${p.enterprise}.`,
      'Bent u het er niet mee eens, dan kunt u de plaatsvervanging op elk ogenblik beëindigen op de pagina met de beheerders. Anders hoeft u niets te doen.',
    ],
  }),
  'stand-in-accepted': (p) => ({
    subject: `Uw plaatsvervanger voor ${p.enterpriseName} heeft aanvaard`,
    paragraphs: [
      `${p.actor} vervangt u ${span.nl(p)} als ${p.office} voor ${p.enterprise}.`,
      'U blijft zelf in functie. Wat uw plaatsvervanger geeft, eindigt met de plaatsvervanging, tenzij u het behoudt. U kunt haar op elk ogenblik beëindigen.',
    ],
  }),
  'stand-in-accepted-below': (p) => ({
    subject: `Een plaatsvervanger begint bij ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} vervangt ${p.subject} ${span.nl(p)} als ${p.office} voor ${p.enterprise}.`,
      'Bent u het er niet mee eens, dan kunt u de plaatsvervanging op elk ogenblik beëindigen op de pagina met de beheerders.',
    ],
  }),
  'stand-in-declined': (p) => ({
    subject: `Een plaatsvervanging is geweigerd bij ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} wordt geen plaatsvervanger van ${p.subject} als ${p.office} voor ${p.enterprise}.`,
      'Er verandert niets. Is een plaatsvervanger nog nodig, dan kan iemand anders worden gevraagd.',
    ],
  }),
  'stand-in-ended': (p) => ({
    subject: `Een plaatsvervanging is beëindigd bij ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} beëindigde de plaatsvervanging door ${p.subject} als ${p.office} voor ${p.enterprise}.`,
      'Wat de plaatsvervanger had gegeven en niet werd behouden, is mee geëindigd. Wie de functie bekleedt, kan het zelf opnieuw geven.',
    ],
  }),
  'stand-in-ended-below': (p) => ({
    subject: `Een plaatsvervanging is voorbij bij ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} beëindigde de plaatsvervanging door ${p.subject} als ${p.office} voor ${p.enterprise}.`,
      'De functie zelf verandert niet: wie ze bekleedt, oefent ze verder uit.',
    ],
  }),
  'stand-in-ends-soon': (p) => ({
    subject: `Uw plaatsvervanging bij ${p.enterpriseName} eindigt binnenkort`,
    paragraphs: [
      `${p.subject} is plaatsvervanger als ${p.office} voor ${p.enterprise} tot en met ${p.lastDay}.`,
      'Wat uw plaatsvervanger gaf, eindigt dan ook. Wilt u het behouden, meld u dan aan voor die dag en kies het op de pagina met de beheerders.',
    ],
  }),
  'stand-in-over': (p) => ({
    subject: `Uw plaatsvervanging voor ${p.enterpriseName} is afgelopen`,
    paragraphs: [
      `Uw plaatsvervanging als ${p.office} voor ${p.enterprise} is afgelopen.`,
      'U oefent de functie niet meer uit. Wat u had gegeven en niet werd behouden, is mee geëindigd. U hoeft niets te doen.',
    ],
  }),
  'stand-in-over-below': (p) => ({
    subject: `Een plaatsvervanging is afgelopen bij ${p.enterpriseName}`,
    paragraphs: [
      `De plaatsvervanging door ${p.subject} als ${p.office} voor ${p.enterprise} is afgelopen.`,
      'Wat de plaatsvervanger had gegeven en niet werd behouden, is mee geëindigd. Kijk na of iemand dat nog nodig heeft.',
    ],
  }),
  'stand-in-lapsed': (p) => ({
    subject: `Een vraag om plaatsvervanging is vervallen bij ${p.enterpriseName}`,
    paragraphs: [
      `De vraag aan ${p.subject} om plaatsvervanger te zijn als ${p.office} voor ${p.enterprise} is vervallen.`,
      'Er werd niet op tijd geantwoord, of de functie is geëindigd. Er verandert niets. Is een plaatsvervanger nog nodig, dan kan iemand opnieuw worden gevraagd.',
    ],
  }),
}

const fr: ToldTexts<StandInKind>['fr'] = {
  'stand-in-asked': (p) => ({
    subject: `Suppléance demandée pour ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} vous demande d’assurer, ${span.fr(p)}, la suppléance de sa fonction de ${p.office} pour ${p.enterprise}.`,
      'Vous exerceriez la fonction, sans désigner personne. Ce que vous donnez à d’autres prend fin avec votre suppléance, sauf si cela est conservé.',
      'Identifiez-vous et choisissez sur la page d’accueil d’accepter ou de refuser. Si vous ne connaissez pas cette entreprise, refusez.',
    ],
  }),
  'stand-in-asked-below': (p) => ({
    subject: `Un suppléant est demandé chez ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} a demandé à ${p.subject} d’assurer, ${span.fr(p)}, la suppléance de sa fonction de ${p.office} pour ${p.enterprise}.`,
      'Si vous n’êtes pas d’accord, vous pouvez à tout moment mettre fin à la suppléance sur la page des gestionnaires. Sinon, vous n’avez rien à faire.',
    ],
  }),
  'stand-in-accepted': (p) => ({
    subject: `Votre suppléant pour ${p.enterpriseName} a accepté`,
    paragraphs: [
      `${p.actor} assure votre suppléance comme ${p.office} pour ${p.enterprise} ${span.fr(p)}.`,
      'Vous restez en fonction. Ce que votre suppléant donne prend fin avec la suppléance, sauf si vous le conservez. Vous pouvez y mettre fin à tout moment.',
    ],
  }),
  'stand-in-accepted-below': (p) => ({
    subject: `Une suppléance commence chez ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} assure la suppléance de ${p.subject} comme ${p.office} pour ${p.enterprise} ${span.fr(p)}.`,
      'Si vous n’êtes pas d’accord, vous pouvez à tout moment y mettre fin sur la page des gestionnaires.',
    ],
  }),
  'stand-in-declined': (p) => ({
    subject: `Une suppléance a été refusée chez ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} n’assurera pas la suppléance de ${p.subject} comme ${p.office} pour ${p.enterprise}.`,
      'Rien ne change. Si un suppléant est encore nécessaire, une autre personne peut être sollicitée.',
    ],
  }),
  'stand-in-ended': (p) => ({
    subject: `Fin d’une suppléance chez ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} a mis fin à la suppléance de ${p.subject} comme ${p.office} pour ${p.enterprise}.`,
      'Ce que le suppléant avait donné et qui n’a pas été conservé a pris fin aussi. Le titulaire de la fonction peut le donner à nouveau.',
    ],
  }),
  'stand-in-ended-below': (p) => ({
    subject: `Une suppléance est terminée chez ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} a mis fin à la suppléance de ${p.subject} comme ${p.office} pour ${p.enterprise}.`,
      'La fonction elle-même ne change pas : son titulaire continue de l’exercer.',
    ],
  }),
  'stand-in-ends-soon': (p) => ({
    subject: `La suppléance chez ${p.enterpriseName} prend bientôt fin`,
    paragraphs: [
      `${p.subject} assure la suppléance comme ${p.office} pour ${p.enterprise} jusqu’au ${p.lastDay} inclus.`,
      'Ce que votre suppléant a donné prend fin alors aussi. Pour le conserver, identifiez-vous avant ce jour et choisissez-le sur la page des gestionnaires.',
    ],
  }),
  'stand-in-over': (p) => ({
    subject: `Votre suppléance pour ${p.enterpriseName} est terminée`,
    paragraphs: [
      `Votre suppléance comme ${p.office} pour ${p.enterprise} est terminée.`,
      'Vous n’exercez plus la fonction. Ce que vous aviez donné et qui n’a pas été conservé a pris fin aussi. Vous n’avez rien à faire.',
    ],
  }),
  'stand-in-over-below': (p) => ({
    subject: `Une suppléance arrive à son terme chez ${p.enterpriseName}`,
    paragraphs: [
      `La suppléance de ${p.subject} comme ${p.office} pour ${p.enterprise} est terminée.`,
      'Ce que le suppléant avait donné et qui n’a pas été conservé a pris fin aussi. Vérifiez si quelqu’un en a encore besoin.',
    ],
  }),
  'stand-in-lapsed': (p) => ({
    subject: `Une demande de suppléance est caduque chez ${p.enterpriseName}`,
    paragraphs: [
      `La demande faite à ${p.subject} d’assurer la suppléance comme ${p.office} pour ${p.enterprise} est caduque.`,
      'Elle n’a pas reçu de réponse à temps, ou la fonction a pris fin. Rien ne change. Si un suppléant est encore nécessaire, une nouvelle demande est possible.',
    ],
  }),
}

const de: ToldTexts<StandInKind>['de'] = {
  'stand-in-asked': (p) => ({
    subject: `Bitte um Stellvertretung für ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} bittet Sie, ${span.de(p)} die Stellvertretung als ${p.office} für ${p.enterprise} zu übernehmen.`,
      'Sie üben dann das Amt aus, bestellen aber niemanden. Was Sie anderen geben, endet mit Ihrer Stellvertretung, sofern es nicht behalten wird.',
      'Melden Sie sich an und wählen Sie auf der Startseite, ob Sie annehmen oder ablehnen. Kennen Sie dieses Unternehmen nicht, lehnen Sie ab.',
    ],
  }),
  'stand-in-asked-below': (p) => ({
    subject: `Um Stellvertretung wurde gebeten bei ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} hat ${p.subject} gebeten, ${span.de(p)} die Stellvertretung als ${p.office} für ${p.enterprise} zu übernehmen.`,
      'Sind Sie nicht einverstanden, können Sie die Stellvertretung jederzeit auf der Seite der Verwalter beenden. Sonst brauchen Sie nichts zu tun.',
    ],
  }),
  'stand-in-accepted': (p) => ({
    subject: `Ihre Stellvertretung für ${p.enterpriseName} wurde angenommen`,
    paragraphs: [
      `${p.actor} vertritt Sie ${span.de(p)} als ${p.office} für ${p.enterprise}.`,
      'Sie bleiben selbst im Amt. Was Ihr Stellvertreter gibt, endet mit der Stellvertretung, sofern Sie es nicht behalten. Sie können sie jederzeit beenden.',
    ],
  }),
  'stand-in-accepted-below': (p) => ({
    subject: `Eine Stellvertretung beginnt bei ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} vertritt ${p.subject} ${span.de(p)} als ${p.office} für ${p.enterprise}.`,
      'Sind Sie nicht einverstanden, können Sie die Stellvertretung jederzeit auf der Seite der Verwalter beenden.',
    ],
  }),
  'stand-in-declined': (p) => ({
    subject: `Eine Stellvertretung wurde abgelehnt bei ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} übernimmt nicht die Stellvertretung von ${p.subject} als ${p.office} für ${p.enterprise}.`,
      'Es ändert sich nichts. Ist eine Stellvertretung noch nötig, kann jemand anderes gebeten werden.',
    ],
  }),
  'stand-in-ended': (p) => ({
    subject: `Eine Stellvertretung wurde beendet bei ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} hat die Stellvertretung durch ${p.subject} als ${p.office} für ${p.enterprise} beendet.`,
      'Was in Stellvertretung gegeben und nicht behalten wurde, ist mit beendet. Wer das Amt innehat, kann es selbst neu geben.',
    ],
  }),
  'stand-in-ended-below': (p) => ({
    subject: `Eine Stellvertretung ist vorbei bei ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} hat die Stellvertretung durch ${p.subject} als ${p.office} für ${p.enterprise} beendet.`,
      'Das Amt selbst ändert sich nicht: Wer es innehat, übt es weiter aus.',
    ],
  }),
  'stand-in-ends-soon': (p) => ({
    subject: `Ihre Stellvertretung bei ${p.enterpriseName} endet bald`,
    paragraphs: [
      `${p.subject} vertritt Sie als ${p.office} für ${p.enterprise} bis einschließlich ${p.lastDay}.`,
      'Was Ihr Stellvertreter gegeben hat, endet dann auch. Möchten Sie es behalten, melden Sie sich vor diesem Tag an und wählen Sie es auf der Seite der Verwalter.',
    ],
  }),
  'stand-in-over': (p) => ({
    subject: `Ihre Stellvertretung für ${p.enterpriseName} ist abgelaufen`,
    paragraphs: [
      `Ihre Stellvertretung als ${p.office} für ${p.enterprise} ist abgelaufen.`,
      'Sie üben das Amt nicht mehr aus. Was Sie gegeben hatten und nicht behalten wurde, ist mit beendet. Sie brauchen nichts zu tun.',
    ],
  }),
  'stand-in-over-below': (p) => ({
    subject: `Eine Stellvertretung ist abgelaufen bei ${p.enterpriseName}`,
    paragraphs: [
      `Die Stellvertretung durch ${p.subject} als ${p.office} für ${p.enterprise} ist abgelaufen.`,
      'Was in Stellvertretung gegeben und nicht behalten wurde, ist mit beendet. Prüfen Sie, ob jemand es noch braucht.',
    ],
  }),
  'stand-in-lapsed': (p) => ({
    subject: `Eine Bitte um Stellvertretung ist verfallen: ${p.enterpriseName}`,
    paragraphs: [
      `Die Bitte an ${p.subject} um Stellvertretung als ${p.office} für ${p.enterprise} ist verfallen.`,
      'Sie wurde nicht rechtzeitig beantwortet, oder das Amt ist beendet. Es ändert sich nichts. Ist eine Stellvertretung noch nötig, kann erneut gebeten werden.',
    ],
  }),
}

const en: ToldTexts<StandInKind>['en'] = {
  'stand-in-asked': (p) => ({
    subject: `You are asked to stand in for ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} asks you to stand in as ${p.office} for ${p.enterprise} ${span.en(p)}.`,
      'You would exercise the office, but appoint nobody. What you give to others ends with your standing in, unless it is kept.',
      'Sign in and choose on the home page whether you agree or decline. If you do not know this enterprise, decline.',
    ],
  }),
  'stand-in-asked-below': (p) => ({
    subject: `A stand-in has been asked at ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} asked ${p.subject} to stand in as ${p.office} for ${p.enterprise} ${span.en(p)}.`,
      'If you do not agree, you can end this at any time on the page of the managers. Otherwise there is nothing to do.',
    ],
  }),
  'stand-in-accepted': (p) => ({
    subject: `Your stand-in for ${p.enterpriseName} has agreed`,
    paragraphs: [
      `${p.actor} stands in for you as ${p.office} for ${p.enterprise} ${span.en(p)}.`,
      'You stay in office yourself. What your stand-in gives ends with the standing in, unless you keep it. You can end it at any time.',
    ],
  }),
  'stand-in-accepted-below': (p) => ({
    subject: `A stand-in begins at ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} stands in for ${p.subject} as ${p.office} for ${p.enterprise} ${span.en(p)}.`,
      'If you do not agree, you can end this at any time on the page of the managers.',
    ],
  }),
  'stand-in-declined': (p) => ({
    subject: `Standing in was declined at ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} will not stand in for ${p.subject} as ${p.office} for ${p.enterprise}.`,
      'Nothing changes. If a stand-in is still needed, somebody else can be asked.',
    ],
  }),
  'stand-in-ended': (p) => ({
    subject: `A stand-in has been ended at ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} ended that ${p.subject} stands in as ${p.office} for ${p.enterprise}.`,
      'What the stand-in had given and nobody kept has ended too. Whoever holds the office can give it again.',
    ],
  }),
  'stand-in-ended-below': (p) => ({
    subject: `A stand-in has gone at ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} ended that ${p.subject} stands in as ${p.office} for ${p.enterprise}.`,
      'The office itself does not change: whoever holds it goes on exercising it.',
    ],
  }),
  'stand-in-ends-soon': (p) => ({
    subject: `Your stand-in at ${p.enterpriseName} ends soon`,
    paragraphs: [
      `${p.subject} stands in as ${p.office} for ${p.enterprise} until ${p.lastDay}, that day included.`,
      'What your stand-in has given ends then too. To keep it, sign in before that day and choose so on the page of the managers.',
    ],
  }),
  'stand-in-over': (p) => ({
    subject: `Your time as a stand-in for ${p.enterpriseName} is over`,
    paragraphs: [
      `Your time as a stand-in as ${p.office} for ${p.enterprise} is over.`,
      'You no longer exercise the office. What you had given and nobody kept has ended too. There is nothing to do.',
    ],
  }),
  'stand-in-over-below': (p) => ({
    subject: `The time of a stand-in is over at ${p.enterpriseName}`,
    paragraphs: [
      `The time for which ${p.subject} stood in as ${p.office} for ${p.enterprise} is over.`,
      'What the stand-in had given and nobody kept has ended too. Check whether somebody still needs it.',
    ],
  }),
  'stand-in-lapsed': (p) => ({
    subject: `A request to stand in has lapsed at ${p.enterpriseName}`,
    paragraphs: [
      `The request to ${p.subject} to stand in as ${p.office} for ${p.enterprise} has lapsed.`,
      'It was not answered in time, or the office has ended. Nothing changes. If a stand-in is still needed, somebody can be asked again.',
    ],
  }),
}

export const standInNotices: ToldTexts<StandInKind> = { nl, fr, de, en }
