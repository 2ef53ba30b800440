import { noticesOf, type NoticeHouse, type ToldTexts } from './notice-frame.ts'

const told: ToldTexts<'emergency-stop-pressed' | 'emergency-stop-lifted'> = {
  nl: {
    'emergency-stop-pressed': (p) => ({
      subject: `Noodstop ingedrukt voor ${p.enterpriseName}`,
      paragraphs: [
        `${p.actor} heeft als wettelijke vertegenwoordiger de noodstop ingedrukt voor ${p.enterprise}.`,
        'Niemand kan nu nog namens de onderneming een onlinedienst gebruiken. Alle rechten blijven bewaard. Wettelijke vertegenwoordigers kunnen de onderneming wel blijven beheren.',
        'Ga met een wettelijke vertegenwoordiger na wat er is gebeurd. Trek eerst de toegang in die niet meer klopt. Daarna kan een wettelijke vertegenwoordiger de noodstop opheffen.',
      ],
    }),
    'emergency-stop-lifted': (p) => ({
      subject: `Noodstop opgeheven voor ${p.enterpriseName}`,
      paragraphs: [
        `${p.actor} heeft als wettelijke vertegenwoordiger de noodstop opgeheven voor ${p.enterprise}.`,
        'Wie toegang had en niet geblokkeerd is, kan de onlinediensten weer gebruiken.',
        'Kijk na of iedereen nog de juiste toegang heeft. Had u dit niet verwacht, neem dan meteen contact op met een wettelijke vertegenwoordiger.',
      ],
    }),
  },
  fr: {
    'emergency-stop-pressed': (p) => ({
      subject: `Arrêt d’urgence déclenché pour ${p.enterpriseName}`,
      paragraphs: [
        `${p.actor} a déclenché, comme représentant légal, l’arrêt d’urgence pour ${p.enterprise}.`,
        'Plus personne ne peut utiliser de service en ligne au nom de l’entreprise. Tous les droits sont conservés. Les représentants légaux peuvent continuer à gérer l’entreprise.',
        'Examinez avec un représentant légal ce qui s’est passé. Retirez d’abord les accès qui ne sont plus justifiés. Un représentant légal pourra ensuite lever l’arrêt d’urgence.',
      ],
    }),
    'emergency-stop-lifted': (p) => ({
      subject: `Arrêt d’urgence levé pour ${p.enterpriseName}`,
      paragraphs: [
        `${p.actor} a levé, comme représentant légal, l’arrêt d’urgence pour ${p.enterprise}.`,
        'Les personnes qui avaient un accès, et qui ne sont pas bloquées, peuvent à nouveau utiliser les services en ligne.',
        'Vérifiez que chacun a encore les bons accès. Si vous ne vous y attendiez pas, contactez tout de suite un représentant légal.',
      ],
    }),
  },
  de: {
    'emergency-stop-pressed': (p) => ({
      subject: `Notstopp ausgelöst für ${p.enterpriseName}`,
      paragraphs: [
        `${p.actor} hat als gesetzlicher Vertreter den Notstopp für ${p.enterprise} ausgelöst.`,
        'Niemand kann jetzt noch im Namen des Unternehmens einen Onlinedienst benutzen. Alle Rechte bleiben erhalten. Gesetzliche Vertreter können das Unternehmen weiterhin verwalten.',
        'Klären Sie mit einem gesetzlichen Vertreter, was geschehen ist. Entziehen Sie zuerst die Zugänge, die nicht mehr stimmen. Danach kann ein gesetzlicher Vertreter den Notstopp aufheben.',
      ],
    }),
    'emergency-stop-lifted': (p) => ({
      subject: `Notstopp aufgehoben für ${p.enterpriseName}`,
      paragraphs: [
        `${p.actor} hat als gesetzlicher Vertreter den Notstopp für ${p.enterprise} aufgehoben.`,
        'Wer Zugang hatte und nicht gesperrt ist, kann die Onlinedienste wieder benutzen.',
        'Prüfen Sie, ob noch jeder den richtigen Zugang hat. Hatten Sie das nicht erwartet, so wenden Sie sich sofort an einen gesetzlichen Vertreter.',
      ],
    }),
  },
  en: {
    'emergency-stop-pressed': (p) => ({
      subject: `Emergency stop pressed for ${p.enterpriseName}`,
      paragraphs: [
        `${p.actor}, as a legal representative, has pressed the emergency stop for ${p.enterprise}.`,
        'Nobody can now use an online service in the name of the enterprise. All rights are kept. Legal representatives can go on managing the enterprise.',
        'Find out with a legal representative what has happened. First take away any access that is no longer right. A legal representative can then lift the emergency stop.',
      ],
    }),
    'emergency-stop-lifted': (p) => ({
      subject: `Emergency stop lifted for ${p.enterpriseName}`,
      paragraphs: [
        `${p.actor}, as a legal representative, has lifted the emergency stop for ${p.enterprise}.`,
        'Everybody who had access and is not blocked can use the online services again.',
        'Check that everybody still has the right access. If you did not expect this, contact a legal representative at once.',
      ],
    }),
  },
}

/** What the chief, the co-chiefs and the representatives hear of the emergency stop. */
export const enterpriseNotices = (house: NoticeHouse) => noticesOf(house, told)
