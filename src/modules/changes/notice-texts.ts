import { noticesOf, type NoticeHouse, type NoticeParts, type ToldTexts } from '#enterprises'

type Kind = 'undone'

/** Where it was: the office, else the group or the domain; each with a space before it. */
const about = ({ office, group, domain }: NoticeParts): string => {
  const where = [office, group, domain].find((name) => name.trim() !== '')
  return where === undefined ? '' : ` (${where})`
}

const told: ToldTexts<Kind> = {
  nl: {
    undone: (p) => ({
      subject: `Ongedaan gemaakt voor ${p.enterpriseName}`,
      paragraphs: [
        `${p.actor} heeft ongedaan gemaakt wat u voor ${p.enterprise} gemeld was: ${p.undone}${about(p)}.`,
        'Alles is vanaf nu weer zoals het daarvoor was. Was u daardoor iets gegeven, dan geldt het niet meer; was u iets ontnomen, dan hebt u het weer.',
        'U hoeft niets te doen. Had u dit niet verwacht, neem dan contact op met een beheerder van de onderneming.',
      ],
    }),
  },
  fr: {
    undone: (p) => ({
      subject: `Annulation pour ${p.enterpriseName}`,
      paragraphs: [
        `${p.actor} a annulé ce qui vous avait été annoncé pour ${p.enterprise} : ${p.undone}${about(p)}.`,
        'Tout est à nouveau comme avant, à partir de maintenant. Ce qui vous avait été donné ainsi ne vaut plus ; ce qui vous avait été retiré vous revient.',
        'Vous ne devez rien faire. Si vous ne vous y attendiez pas, contactez un gestionnaire de l’entreprise.',
      ],
    }),
  },
  de: {
    undone: (p) => ({
      subject: `Rückgängig gemacht für ${p.enterpriseName}`,
      paragraphs: [
        `${p.actor} hat rückgängig gemacht, was Ihnen für ${p.enterprise} mitgeteilt worden war: ${p.undone}${about(p)}.`,
        'Von jetzt an ist alles wieder so wie vorher. Was Ihnen dadurch gegeben wurde, gilt nicht mehr; was Ihnen genommen wurde, haben Sie wieder.',
        'Sie müssen nichts tun. Haben Sie das nicht erwartet, so wenden Sie sich an einen Verwalter des Unternehmens.',
      ],
    }),
  },
  en: {
    undone: (p) => ({
      subject: `Undone for ${p.enterpriseName}`,
      paragraphs: [
        `${p.actor} has undone what you were told of for ${p.enterprise}: ${p.undone}${about(p)}.`,
        'From now on everything is as it was before. What it gave you counts no longer; what it took from you is yours again.',
        'You need do nothing. If you did not expect this, contact a manager of the enterprise.',
      ],
    }),
  },
}

/** The notices of what was undone, for the one renderer of all notices. */
export const changeNotices = (house: NoticeHouse) => noticesOf(house, told)
