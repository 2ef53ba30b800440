import type { ToldTexts } from '#enterprises'
import type { NoticeKind } from './kinds.ts'

export const nl: ToldTexts<NoticeKind>['nl'] = {
  appointed: (p) => ({
    subject: `Aanvaard of weiger uw aanstelling voor ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} heeft u aangesteld als ${p.office} voor ${p.enterprise}.`,
      'Er verandert niets zolang u niet aanvaardt. Doet u dat niet binnen 30 dagen, dan vervalt de aanstelling.',
      ...(p.day === '' ? [] : [`De functie begint op ${p.day}; aanvaarden kan vanaf nu.`]),
      'Meld u aan en kies op de startpagina of u aanvaardt of weigert. Kent u deze onderneming niet, weiger dan.',
    ],
  }),
  accepted: (p) => ({
    subject: `${p.actor} heeft de aanstelling aanvaard voor ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} heeft de aanstelling als ${p.office} voor ${p.enterprise} aanvaard.`,
      p.day === ''
        ? 'De functie is vanaf nu actief. U hoeft niets te doen.'
        : `De functie begint vanzelf op ${p.day}. U hoeft niets te doen.`,
    ],
  }),
  declined: (p) => ({
    subject: `${p.actor} heeft de aanstelling geweigerd voor ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} heeft de aanstelling als ${p.office} voor ${p.enterprise} geweigerd.`,
      'Aan de functie verandert dus niets. Stel iemand anders aan als dat nodig is.',
    ],
  }),
  replaced: (p) => ({
    subject: `Uw functie voor ${p.enterpriseName} is overgenomen`,
    paragraphs: [
      p.day === ''
        ? `${p.actor} is nu ${p.office} voor ${p.enterprise}. Uw functie is daarmee beëindigd.`
        : `${p.actor} wordt op ${p.day} ${p.office} voor ${p.enterprise}. Uw functie eindigt dan.`,
      p.day === ''
        ? 'U hebt de rechten van die functie niet meer. Wie u hebt aangesteld en wat u hebt gegeven, blijft bestaan.'
        : 'Tot dan houdt u de rechten van die functie. Wie u hebt aangesteld en wat u hebt gegeven, blijft bestaan.',
      'U hoeft niets te doen. Had u dit niet verwacht, neem dan contact op met een wettelijke vertegenwoordiger van de onderneming.',
    ],
  }),
  'replaced-at-once': (p) => ({
    subject: `Uw functie voor ${p.enterpriseName} is onmiddellijk beëindigd`,
    paragraphs: [
      `${p.actor} heeft iemand anders aangesteld als ${p.office} voor ${p.enterprise}, met onmiddellijke ingang. Uw functie is daarmee beëindigd.`,
      'U hebt de rechten van die functie niet meer. Wie u hebt aangesteld en wat u hebt gegeven, blijft bestaan.',
      'U hoeft niets te doen. Had u dit niet verwacht, neem dan contact op met een wettelijke vertegenwoordiger van de onderneming.',
    ],
  }),
  'emptied-below': (p) => ({
    subject: `Een functie is onmiddellijk vrijgemaakt bij ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} heeft ${p.subject} aangesteld als ${p.office} voor ${p.enterprise}, met onmiddellijke ingang. Wie de functie bekleedde, heeft ze niet meer.`,
      p.chief
        ? `De onderneming heeft geen ${p.office} tot die persoon aanvaardt. Wat al gegeven is, blijft bestaan.`
        : 'Tot die persoon aanvaardt, beheert de functie erboven mee. Wat al gegeven is, blijft bestaan.',
      'U hoeft niets te doen. Had u dit niet verwacht, bekijk dan de beheerders van de onderneming.',
    ],
  }),
  'goes-on': (p) => ({
    subject: `Uw functie voor ${p.enterpriseName} loopt door`,
    paragraphs: [
      `${p.actor} heeft beslist over de opvolging als ${p.office} voor ${p.enterprise}: wie u zou opvolgen, komt niet.`,
      'Uw functie eindigt dus niet op de afgesproken dag. U houdt ze zoals voordien.',
      'U hoeft niets te doen.',
    ],
  }),
  'contact-changed': (p) => ({
    subject: `Contactgegevens gewijzigd bij ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} heeft gewijzigd hoe ${p.enterprise} ${p.subject} bereikt als ${p.office}.`,
      'Het gaat om het e-mailadres of het telefoonnummer dat de onderneming gebruikt. De eigen account van de persoon verandert niet.',
      'Klopt het niet, neem dan contact op met een beheerder of een wettelijke vertegenwoordiger van de onderneming.',
    ],
  }),
  withdrawn: (p) => ({
    subject: `Uw aanstelling voor ${p.enterpriseName} is ingetrokken`,
    paragraphs: [
      `${p.actor} heeft uw aanstelling als ${p.office} voor ${p.enterprise} ingetrokken.`,
      'U hebt de rechten van die functie niet of niet meer. Wie u hebt aangesteld en wat u hebt gegeven, blijft bestaan.',
      'U hoeft niets te doen. Had u dit niet verwacht, neem dan contact op met een beheerder of een wettelijke vertegenwoordiger van de onderneming.',
    ],
  }),
  'withdrawn-below': (p) => ({
    subject: `Een functie is ingetrokken bij ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} heeft de aanstelling van ${p.subject} als ${p.office} voor ${p.enterprise} ingetrokken.`,
      p.chief
        ? `De onderneming heeft nu geen ${p.office} meer. Wat al gegeven is, blijft bestaan.`
        : 'Wat al gegeven is, blijft bestaan.',
      p.chief
        ? `Een wettelijke vertegenwoordiger moet een nieuwe ${p.office} aanstellen.`
        : 'Stel een opvolger aan als dat nodig is.',
    ],
  }),
  resigned: (p) => ({
    subject: `${p.actor} heeft ontslag genomen bij ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} heeft ontslag genomen als ${p.office} voor ${p.enterprise}.`,
      p.chief
        ? `De onderneming heeft nu geen ${p.office} meer. Wat al gegeven is, blijft bestaan.`
        : 'Wat al gegeven is, blijft bestaan.',
      p.chief
        ? `Een wettelijke vertegenwoordiger moet een nieuwe ${p.office} aanstellen.`
        : 'Stel een opvolger aan als dat nodig is.',
    ],
  }),
}
