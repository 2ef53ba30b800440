import type { GuideTexts } from './keys.ts'

export const en: GuideTexts = {
  title: 'Guide',
  lead: 'How to manage who may act for your enterprise in online services, step by step. Choose what you are.',
  readers: {
    representative: (o) => ({
      title: 'For a legal representative',
      lead: `You are a director, a manager or self-employed, and the enterprise register says so. You register the enterprise and appoint its ${o.chief.one}. It takes about ten minutes, once.`,
    }),
    chief: (o) => ({
      title: `For ${o.chief.a}`,
      lead: 'You answer for all access of the enterprise. You open what the enterprise needs, appoint those who help you, and see everything that happens.',
    }),
    'access-manager': (o) => ({
      title: `For ${o.accessManager.a}`,
      lead: 'You manage the users of one domain: you create them, give them the online services that they need, and take these away when they leave.',
    }),
    desk: () => ({
      title: 'For the service desk',
      lead: 'You help enterprises that cannot go on alone. You look only with a reason, and what is grave takes two of you.',
    }),
  },
  contents: 'Steps',
  print: 'To print this guide, use the print command of your browser.',
  pictures: {
    page: (title) => `The page “${title}”`,
    form: (title) => `The form “${title}”, filled in`,
    preview: (title) => `“${title}”: what happens once you confirm`,
  },
  madeUp: 'The people and enterprises in the pictures are fictional.',
  larger: 'Show larger',
  titles: {
    'second-agent': 'Confirm what a colleague proposes',
    look: 'Look at an enterprise',
    together: 'Decide together',
    prepare: 'Have these at hand',
    'sign-in': 'Sign in',
    'after-appointing': (o) => `What the ${o.chief.one} then does`,
    'change-chief': (o) => `Replace the ${o.chief.one}`,
    overview: 'Read the overview',
    'take-over': 'Look at what you take over',
    'own-rights': 'See what you may use yourself',
    history: 'See who did what',
    trouble: 'When something does not work',
  },
  steps: {
    together: [
      'Where the register says that representatives act jointly, one proposes and another one confirms within thirty days. Nothing changes before that.',
      'A proposal of a co-representative stands first on your home page. Whoever made it may withdraw it.',
    ],
    name: [
      'When the name that you typed differs from the one on the appointee’s digital key, the acceptance waits for you. Compare them: confirm when it is the person you meant, withdraw the appointment when it is not.',
    ],
    contact: [
      'You may correct how the enterprise reaches somebody whom you could appoint. Their own account stays as it is, and both of you are told.',
    ],
    suspend: [
      'Suspend an office when its holder is away or in doubt: it gives no rights meanwhile, and the seat stays theirs. Let it return when it is time.',
    ],
    'stand-in': [
      'When you are away for a time, ask on the page of the managers, beside your own office, for a stand-in for at most 90 days. Whoever you ask agrees or declines after signing in.',
      'A stand-in does what you may do, but appoints nobody. What they give to others ends with them, unless you keep it before the end; a week before, you are told.',
      'You, your stand-in and the office above you can end it at any time.',
    ],
    look: [
      'Search for the enterprise and say why you look. The reason is written down before anything is shown, and the enterprise sees that you looked.',
      'You cannot look at an enterprise in which you have any part yourself.',
    ],
    recognise: [
      'Check the documents that the capacity asks, then propose to recognise it. A colleague confirms within 72 hours, signed in freshly and strongly.',
    ],
    'lift-as-desk': [
      'When nobody of the enterprise can lift its emergency stop any more, propose to lift it. A colleague confirms; the managers are told who did it.',
    ],
    'second-agent': [
      'What waits for a second agent stands on the page of the desk. Check it as if it were yours; nobody confirms what they proposed. A proposal may be withdrawn, and lapses after 72 hours.',
    ],
    resend: [
      'When somebody did not get the message of their appointment, send it again. It goes to the address that the enterprise typed, never to another one.',
    ],
    prepare: [
      'Your digital key, if it is strong enough. The sign-in page names those that are.',
      (o) => `The national register number, the name and the e-mail address of the person who is to be ${o.chief.one}.`,
    ],
    'sign-in': [
      'Choose your digital key and follow its own steps. You come back here by yourself.',
      'Some steps ask for a stronger key than the one you used. You are then asked to sign in again, and go on where you were.',
    ],
    register: [
      'Your enterprises stand on your home page. Choose the one that is not registered yet, check its name and number, and confirm.',
      'Is it not there? Have the register asked, or see what to do at the end of this guide.',
    ],
    'appoint-chief': [
      'Choose whether it is you or somebody else. For somebody else, enter the national register number, the name and an e-mail address.',
      'The next page shows what will happen and who is told. Nothing changes before you confirm there.',
      'If you appoint yourself, you are in office at once.',
    ],
    'after-appointing': [
      'The person receives a message, signs in and accepts. Until then the appointment waits; after thirty days it lapses, and you may appoint again.',
      'With the first acceptance the account of the enterprise opens, with the domains that every enterprise has.',
    ],
    'change-chief': [
      (o) =>
        `Appoint the successor as you appointed the first one. The sitting ${o.chief.one} stays until the successor accepts; what was set up stays as it is.`,
      'Whoever must go at once is withdrawn on the page of the managers. The seat is then empty, and you are asked to fill it.',
      (o) =>
        `Has the ${o.chief.one} gone, or can they not be reached? On the overview you take over at once, or appoint somebody else. Whoever takes over sees a list of what there was.`,
    ],
    stop: [
      'If something is badly wrong, close all access in the enterprise’s name. One representative can do it alone, at any hour, and it works at once.',
      'Nothing is deleted. Legal representatives keep seeing everything and may still appoint.',
    ],
    lift: ['When all is safe again, lift the stop. Everything that was given works again from that moment.'],
    'confirm-chief': [
      (o) =>
        `Whoever became ${o.chief.one} as a legal representative and is one no longer by the register appoints nobody until a representative confirms, and is suspended after thirty days. Confirm if that person works for the enterprise; else appoint somebody else.`,
    ],
    'earlier-rights': [
      'When the register tells of a liquidation or a bankruptcy, everything given before waits for whoever represents the enterprise then. Look first at who has what, take away what is not to come back, and confirm the rest. What you give yourself counts at once.',
    ],
    trouble: [
      'Each message says what to do. If you do not get further, the people of the service desk help; say what you were doing and the reference on the page.',
    ],
    accept: [
      'Sign in. What waits for you stands first on your home page: who appointed you, to what, and what it means.',
      'Accept it, or decline it; whoever appointed you is told. An appointment that nobody answers lapses after thirty days.',
    ],
    overview: [
      'The drawing shows who appointed whom. Below it stands what waits for you.',
      'The menu leads to the managers, the domains, the groups of users and the history.',
      'Choose another day to see how it stood, or how it will stand by what is planned. The page also says whom you ask when you cannot go on.',
    ],
    'take-over': [
      'Did others manage before you? Then your overview leads to a list of every manager and user from before you, with who gave what and since when.',
      'Confirm what is right and withdraw what is no longer needed, line by line or a whole page at once. Nothing ends by itself, and the list disappears when you are done.',
    ],
    domains: [
      'A domain is a group of online services that belong together. Activate those that the enterprise uses.',
      'Closing a domain closes its online services for everybody at once. What was given is kept and works again when you activate it.',
    ],
    capacities: [
      'A capacity is what the enterprise is in a domain, for example an employer. Each active capacity is one group of users.',
      'Some ask that the register knows an employer’s number, or that the service desk recognises the enterprise; the page says which.',
      'Closing one stops its group at once, and keeps it.',
    ],
    'co-chief': [
      (o) =>
        `${o.coChief.Many} do all that you do, but appoint no ${o.coChief.many} and do not touch your own seat. With one of them, somebody is there when you are not.`,
    ],
    'access-manager': [
      'One for each domain. That person manages the groups and users of the domain, and nothing beyond it.',
    ],
    'group-manager': [
      'One for each group. That person creates the users of the group and gives them its online services.',
    ],
    appointments: [
      'The page of the managers names everybody in office, since when, until when and by whom, and the appointments that wait.',
      'You may withdraw an appointment that you could have made, at any time. Whoever held it is told; what they had given stays.',
    ],
    'create-user': [
      'Open the group, choose to create a user, and enter the national register number and the name.',
      'Choose the online services, and a first and last day where you know them: access then ends by itself.',
    ],
    'give-service': [
      'Open the user, choose the online service and, if you like, the days. It works at once.',
      'To withdraw it, choose so beside the online service. That works at once too.',
    ],
    block: [
      'Blocking stops somebody at once and keeps everything for later: in one group, or in all groups of the enterprise.',
      'Unblock when the reason is gone. Who was blocked by somebody of a higher office is unblocked from there.',
    ],
    'delete-user': [
      'When somebody leaves, delete them from the group. Their online services there end at once; the history keeps what they had.',
    ],
    history: [
      'Every change stands in the history: who did what to whom, when, and by which right. Search it, print it, or download it as a file.',
      'What you did yourself you can undo for ten minutes, in the history or on the page right after it, as long as nothing has followed from it.',
    ],
    leave: [
      'Whoever holds an office may leave it at any time. The page shows what becomes of it, and who is told.',
      'What you had given to others stays.',
    ],
    'own-rights': ['The page of your rights shows what you may use, why, and what you would need for the rest.'],
  },
  desk: ({ name, phone, email, hours }) => `${name}: ${phone}, ${email}. ${hours}.`,
}
