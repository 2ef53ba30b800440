import type { Language } from '#kernel'

/** What pages say of stand-ins. */
interface StandInTexts {
  /** The links: to ask somebody, to end it, to keep what was given. */
  readonly steps: { readonly ask: string; readonly end: string; readonly keep: string }
  /** Beside the holder of an office. */
  readonly asked: (name: string, day: string) => string
  readonly planned: (name: string, first: string, last: string) => string
  readonly standsIn: (name: string, day: string) => string
  /** For whoever stands in themselves. */
  readonly own: (holder: string, office: string, day: string) => string
  readonly ownPlanned: (holder: string, office: string, first: string, last: string) => string
  /** The column of the file of managers that names the holder whom somebody stands in for. */
  readonly column: string
  readonly waitingTitle: string
  readonly waiting: (holder: string, office: string, last: string) => string
  readonly answerBefore: (day: string) => string
  readonly ask: {
    readonly title: (office: string) => string
    readonly intro: string
    readonly points: readonly string[]
    readonly from: string
    readonly fromHint: string
    readonly fromAccepted: string
    readonly until: string
    readonly untilHint: (days: number) => string
    readonly starts: (name: string, office: string) => string
    readonly limits: string
    readonly limitsText: string
    readonly untilLabel: string
    readonly untilDay: (day: string) => string
  }
  readonly accept: {
    readonly title: (office: string, enterprise: string) => string
    readonly asks: (holder: string, office: string, last: string) => string
    readonly means: string
    readonly starts: (holder: string, office: string) => string
    readonly declineInstead: string
    readonly otherName: string
  }
  readonly decline: {
    readonly title: (office: string, enterprise: string) => string
    readonly ends: (holder: string) => string
  }
  readonly end: {
    readonly title: (name: string, office: string) => string
    readonly ends: (name: string, office: string) => string
    readonly grantsLabel: string
    readonly grants: (users: number, services: number) => string
    readonly noGrants: string
    readonly keepFirst: string
    readonly stays: string
  }
}

const nl: StandInTexts = {
  steps: {
    ask: 'Plaatsvervanger vragen',
    end: 'Plaatsvervanging beëindigen',
    keep: 'Behouden wat de plaatsvervanger gaf',
  },
  asked: (name, day) => `${name} is gevraagd als plaatsvervanger en kan antwoorden tot en met ${day}`,
  planned: (name, first, last) => `Plaatsvervanger vanaf ${first} tot en met ${last}: ${name}`,
  standsIn: (name, day) => `Plaatsvervanger tot en met ${day}: ${name}`,
  own: (holder, office, day) => `U bent tot en met ${day} plaatsvervanger van ${holder} als ${office}.`,
  ownPlanned: (holder, office, first, last) =>
    `U bent van ${first} tot en met ${last} plaatsvervanger van ${holder} als ${office}.`,
  column: 'Plaatsvervanger van',
  waitingTitle: 'Gevraagd als plaatsvervanger',
  waiting: (holder, office, last) =>
    `${holder} vraagt u als plaatsvervanger voor de functie van ${office}, tot en met ${last}.`,
  answerBefore: (day) => `U kunt antwoorden tot en met ${day}.`,
  ask: {
    title: (office) => `Vraag een plaatsvervanger als ${office}`,
    intro: 'Iemand anders oefent uw functie een tijd mee uit. U blijft zelf in functie.',
    points: [
      'Een plaatsvervanger doet wat u mag doen, maar stelt niemand aan en vraagt zelf geen plaatsvervanger.',
      'Wat een plaatsvervanger aan anderen geeft, eindigt met de plaatsvervanging, tenzij u het behoudt.',
      'De functie boven de uwe verneemt het en kan de plaatsvervanging beëindigen. U en uw plaatsvervanger kunnen dat ook.',
    ],
    from: 'Eerste dag',
    fromHint: 'Laat leeg om te beginnen zodra de persoon aanvaardt.',
    fromAccepted: 'Zodra de persoon aanvaardt.',
    until: 'Laatste dag',
    untilHint: (days) => `Een plaatsvervanging duurt ten hoogste ${days} dagen.`,
    starts: (name, office) => `${name} wordt gevraagd om plaatsvervanger te zijn als ${office}.`,
    limits: 'Wat een plaatsvervanger niet doet',
    limitsText: 'Iemand aanstellen, of zelf een plaatsvervanger vragen.',
    untilLabel: 'Laatste dag',
    untilDay: (day) => `Tot en met ${day}. Wat de plaatsvervanger gaf, eindigt dan ook, tenzij u het behoudt.`,
  },
  accept: {
    title: (office, enterprise) => `Plaatsvervanger als ${office} voor ${enterprise}`,
    asks: (holder, office, last) => `${holder} vraagt u om tot en met ${last} plaatsvervanger te zijn als ${office}.`,
    means:
      'U oefent dan de functie uit zoals wie ze bekleedt, maar u stelt niemand aan. Wat u aan anderen geeft, eindigt met uw plaatsvervanging, tenzij het wordt behouden.',
    starts: (holder, office) => `U vervangt ${holder} als ${office}.`,
    declineInstead: 'Liever weigeren',
    otherName:
      'Uw naam verschilt van de naam die werd ingevuld. U kunt pas aanvaarden als u onder uw eigen naam wordt gevraagd.',
  },
  decline: {
    title: (office, enterprise) => `Weiger om plaatsvervanger te zijn als ${office} voor ${enterprise}`,
    ends: (holder) => `De vraag van ${holder}.`,
  },
  end: {
    title: (name, office) => `Beëindig de plaatsvervanging door ${name} als ${office}`,
    ends: (name, office) => `De bevoegdheid van ${name} als plaatsvervangend ${office}.`,
    grantsLabel: 'Wat mee eindigt',
    grants: (users, services) =>
      `Wat de plaatsvervanger gaf: ${users} keer gebruiker gemaakt, ${services} keer een onlinedienst gegeven.`,
    noGrants: 'Niets: de plaatsvervanger gaf niets dat nog loopt.',
    keepFirst: 'Wilt u het behouden, doe dat dan eerst.',
    stays: 'De functie zelf, en wat geblokkeerd, ingetrokken of geactiveerd werd.',
  },
}

const fr: StandInTexts = {
  steps: {
    ask: 'Demander un suppléant',
    end: 'Mettre fin à la suppléance',
    keep: 'Conserver ce que le suppléant a donné',
  },
  asked: (name, day) => `${name} a été sollicité comme suppléant et peut répondre jusqu’au ${day} inclus`,
  planned: (name, first, last) => `Suppléant du ${first} au ${last} inclus : ${name}`,
  standsIn: (name, day) => `Suppléant jusqu’au ${day} inclus : ${name}`,
  own: (holder, office, day) => `Vous êtes le suppléant de ${holder} comme ${office} jusqu’au ${day} inclus.`,
  ownPlanned: (holder, office, first, last) =>
    `Vous serez le suppléant de ${holder} comme ${office} du ${first} au ${last} inclus.`,
  column: 'Suppléant de',
  waitingTitle: 'Suppléance demandée',
  waiting: (holder, office, last) =>
    `${holder} vous demande d’assurer la suppléance de sa fonction de ${office}, jusqu’au ${last} inclus.`,
  answerBefore: (day) => `Vous pouvez répondre jusqu’au ${day} inclus.`,
  ask: {
    title: (office) => `Demander un suppléant comme ${office}`,
    intro: 'Une autre personne exerce votre fonction avec vous pendant un temps. Vous restez vous-même en fonction.',
    points: [
      'Un suppléant fait ce que vous pouvez faire, mais ne désigne personne et ne demande pas lui-même de suppléant.',
      'Ce qu’un suppléant donne à d’autres prend fin avec la suppléance, sauf si vous le conservez.',
      'La fonction au-dessus de la vôtre l’apprend et peut mettre fin à la suppléance. Vous et votre suppléant le pouvez aussi.',
    ],
    from: 'Premier jour',
    fromHint: 'Laissez vide pour commencer dès que la personne accepte.',
    fromAccepted: 'Dès que la personne accepte.',
    until: 'Dernier jour',
    untilHint: (days) => `Une suppléance dure ${days} jours au plus.`,
    starts: (name, office) => `${name} est sollicité pour assurer la suppléance comme ${office}.`,
    limits: 'Ce qu’un suppléant ne fait pas',
    limitsText: 'Désigner quelqu’un, ou demander lui-même un suppléant.',
    untilLabel: 'Dernier jour',
    untilDay: (day) =>
      `Jusqu’au ${day} inclus. Ce que le suppléant a donné prend fin alors aussi, sauf si vous le conservez.`,
  },
  accept: {
    title: (office, enterprise) => `Suppléance comme ${office} pour ${enterprise}`,
    asks: (holder, office, last) =>
      `${holder} vous demande d’assurer, jusqu’au ${last} inclus, la suppléance de sa fonction de ${office}.`,
    means:
      'Vous exercez alors la fonction comme son titulaire, mais vous ne désignez personne. Ce que vous donnez à d’autres prend fin avec votre suppléance, sauf si cela est conservé.',
    starts: (holder, office) => `Vous suppléez ${holder} comme ${office}.`,
    declineInstead: 'Refuser plutôt',
    otherName:
      'Votre nom diffère de celui qui a été introduit. Vous ne pourrez accepter que si vous êtes sollicité sous votre propre nom.',
  },
  decline: {
    title: (office, enterprise) => `Refuser la suppléance comme ${office} pour ${enterprise}`,
    ends: (holder) => `La demande de ${holder}.`,
  },
  end: {
    title: (name, office) => `Mettre fin à la suppléance de ${name} comme ${office}`,
    ends: (name, office) => `Le pouvoir de ${name} comme suppléant : ${office}.`,
    grantsLabel: 'Ce qui prend fin aussi',
    grants: (users, services) =>
      `Ce que le suppléant a donné : ${users} fois la qualité d’utilisateur, ${services} fois un service en ligne.`,
    noGrants: 'Rien : le suppléant n’a rien donné qui soit encore en cours.',
    keepFirst: 'Pour le conserver, faites-le d’abord.',
    stays: 'La fonction elle-même, et ce qui a été bloqué, retiré ou activé.',
  },
}

const de: StandInTexts = {
  steps: {
    ask: 'Um Stellvertretung bitten',
    end: 'Stellvertretung beenden',
    keep: 'Behalten, was der Stellvertreter gegeben hat',
  },
  asked: (name, day) => `${name} wurde um Stellvertretung gebeten und kann bis einschließlich ${day} antworten`,
  planned: (name, first, last) => `Stellvertretung vom ${first} bis einschließlich ${last}: ${name}`,
  standsIn: (name, day) => `Stellvertretung bis einschließlich ${day}: ${name}`,
  own: (holder, office, day) => `Sie vertreten bis einschließlich ${day} ${holder} als ${office}.`,
  ownPlanned: (holder, office, first, last) =>
    `Sie vertreten vom ${first} bis einschließlich ${last} ${holder} als ${office}.`,
  column: 'Stellvertretung von',
  waitingTitle: 'Um Stellvertretung gebeten',
  waiting: (holder, office, last) =>
    `${holder} bittet Sie um Stellvertretung als ${office}, bis einschließlich ${last}.`,
  answerBefore: (day) => `Sie können bis einschließlich ${day} antworten.`,
  ask: {
    title: (office) => `Um Stellvertretung als ${office} bitten`,
    intro: 'Jemand anderes übt Ihr Amt eine Zeit lang mit aus. Sie bleiben selbst im Amt.',
    points: [
      'Ein Stellvertreter tut, was Sie tun dürfen, bestellt aber niemanden und bittet selbst niemanden um Stellvertretung.',
      'Was ein Stellvertreter anderen gibt, endet mit der Stellvertretung, sofern Sie es nicht behalten.',
      'Das Amt über dem Ihren erfährt es und kann die Stellvertretung beenden. Sie und Ihr Stellvertreter können das auch.',
    ],
    from: 'Erster Tag',
    fromHint: 'Leer lassen, um zu beginnen, sobald die Person annimmt.',
    fromAccepted: 'Sobald die Person annimmt.',
    until: 'Letzter Tag',
    untilHint: (days) => `Eine Stellvertretung dauert höchstens ${days} Tage.`,
    starts: (name, office) => `${name} wird um Stellvertretung als ${office} gebeten.`,
    limits: 'Was ein Stellvertreter nicht tut',
    limitsText: 'Jemanden bestellen oder selbst um Stellvertretung bitten.',
    untilLabel: 'Letzter Tag',
    untilDay: (day) =>
      `Bis einschließlich ${day}. Was in Stellvertretung gegeben wurde, endet dann auch, sofern Sie es nicht behalten.`,
  },
  accept: {
    title: (office, enterprise) => `Stellvertretung als ${office} für ${enterprise}`,
    asks: (holder, office, last) =>
      `${holder} bittet Sie, bis einschließlich ${last} die Stellvertretung als ${office} zu übernehmen.`,
    means:
      'Sie üben dann das Amt aus wie dessen Inhaber, bestellen aber niemanden. Was Sie anderen geben, endet mit Ihrer Stellvertretung, sofern es nicht behalten wird.',
    starts: (holder, office) => `Sie vertreten ${holder} als ${office}.`,
    declineInstead: 'Lieber ablehnen',
    otherName:
      'Ihr Name weicht von dem eingegebenen Namen ab. Sie können erst annehmen, wenn Sie unter Ihrem eigenen Namen gebeten werden.',
  },
  decline: {
    title: (office, enterprise) => `Die Stellvertretung als ${office} für ${enterprise} ablehnen`,
    ends: (holder) => `Die Bitte von ${holder}.`,
  },
  end: {
    title: (name, office) => `Die Stellvertretung durch ${name} als ${office} beenden`,
    ends: (name, office) => `Die Befugnis von ${name} in Stellvertretung als ${office}.`,
    grantsLabel: 'Was mit endet',
    grants: (users, services) =>
      `Was in Stellvertretung gegeben wurde: ${users}-mal Benutzer angelegt, ${services}-mal ein Onlinedienst gegeben.`,
    noGrants: 'Nichts: In Stellvertretung wurde nichts gegeben, das noch läuft.',
    keepFirst: 'Möchten Sie es behalten, tun Sie das zuerst.',
    stays: 'Das Amt selbst, und was gesperrt, entzogen oder aktiviert wurde.',
  },
}

const en: StandInTexts = {
  steps: {
    ask: 'Ask for a stand-in',
    end: 'End the stand-in',
    keep: 'Keep what the stand-in gave',
  },
  asked: (name, day) => `${name} was asked to stand in and can answer until ${day}`,
  planned: (name, first, last) => `Stand-in from ${first} until ${last}: ${name}`,
  standsIn: (name, day) => `Stand-in until ${day}: ${name}`,
  own: (holder, office, day) => `You stand in for ${holder} as ${office} until ${day}.`,
  ownPlanned: (holder, office, first, last) =>
    `You will stand in for ${holder} as ${office} from ${first} until ${last}.`,
  column: 'Stands in for',
  waitingTitle: 'Asked to stand in',
  waiting: (holder, office, last) => `${holder} asks you to stand in as ${office} until ${last}.`,
  answerBefore: (day) => `You can answer until ${day}.`,
  ask: {
    title: (office) => `Ask for a stand-in as ${office}`,
    intro: 'Somebody else exercises your office with you for a time. You stay in office yourself.',
    points: [
      'A stand-in does what you may do, but appoints nobody and asks for no stand-in.',
      'What a stand-in gives to others ends with the standing in, unless you keep it.',
      'The office above yours is told and can end it. So can you and your stand-in.',
    ],
    from: 'First day',
    fromHint: 'Leave empty to begin as soon as the person agrees.',
    fromAccepted: 'As soon as the person agrees.',
    until: 'Last day',
    untilHint: (days) => `Somebody stands in for at most ${days} days.`,
    starts: (name, office) => `${name} is asked to stand in as ${office}.`,
    limits: 'What a stand-in does not do',
    limitsText: 'Appoint anybody, or ask for a stand-in.',
    untilLabel: 'Last day',
    untilDay: (day) => `Until ${day}. What the stand-in has given ends then too, unless you keep it.`,
  },
  accept: {
    title: (office, enterprise) => `Stand in as ${office} for ${enterprise}`,
    asks: (holder, office, last) => `${holder} asks you to stand in as ${office} until ${last}.`,
    means:
      'You then exercise the office like its holder, but appoint nobody. What you give to others ends with your standing in, unless it is kept.',
    starts: (holder, office) => `You stand in for ${holder} as ${office}.`,
    declineInstead: 'Decline instead',
    otherName: 'Your name differs from the one that was typed. You can agree once you are asked under your own name.',
  },
  decline: {
    title: (office, enterprise) => `Decline to stand in as ${office} for ${enterprise}`,
    ends: (holder) => `The request of ${holder}.`,
  },
  end: {
    title: (name, office) => `End that ${name} stands in as ${office}`,
    ends: (name, office) => `The power of ${name} to stand in as ${office}.`,
    grantsLabel: 'What ends with it',
    grants: (users, services) =>
      `What the stand-in gave: users created ${users === 1 ? 'once' : `${users} times`}, online services given ${services === 1 ? 'once' : `${services} times`}.`,
    noGrants: 'Nothing: the stand-in gave nothing that still runs.',
    keepFirst: 'To keep it, do that first.',
    stays: 'The office itself, and what was blocked, withdrawn or activated.',
  },
}

export const standInTexts: Readonly<Record<Language, StandInTexts>> = { nl, fr, de, en }
