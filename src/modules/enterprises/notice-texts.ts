import { noticesOf, type NoticeHouse, type ToldTexts } from './notice-frame.ts'

type Kind =
  | 'emergency-stop-pressed'
  | 'emergency-stop-lifted'
  | 'registered'
  | 'domain-opened'
  | 'domain-closed'
  | 'capacity-activated'
  | 'capacity-closed'
  | 'proposed'
  | 'proposal-confirmed'
  | 'proposal-withdrawn'
  | 'proposal-settled'

const told: ToldTexts<Kind> = {
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
    'domain-opened': (p) => ({
      subject: `Domein geactiveerd voor ${p.enterpriseName}`,
      paragraphs: [
        `${p.actor} heeft het domein ${p.domain} geactiveerd voor ${p.enterprise}.`,
        'De hoedanigheden ervan kunnen nu geactiveerd worden. Wat er vroeger in gegeven was, werkt weer.',
      ],
    }),
    'domain-closed': (p) => ({
      subject: `Domein gesloten voor ${p.enterpriseName}`,
      paragraphs: [
        `${p.actor} heeft het domein ${p.domain} gesloten voor ${p.enterprise}.`,
        'Niemand gebruikt er nog een onlinedienst van, en wie het beheerde, beheert er niets meer. Alles blijft bewaard en werkt weer zodra het domein opnieuw geactiveerd wordt.',
      ],
    }),
    'capacity-activated': (p) => ({
      subject: `Hoedanigheid geactiveerd voor ${p.enterpriseName}`,
      paragraphs: [
        `${p.actor} heeft de hoedanigheid ${p.group} geactiveerd voor ${p.enterprise}.`,
        'Ze is nu een groep waarin gebruikers onlinediensten kunnen krijgen.',
      ],
    }),
    'capacity-closed': (p) => ({
      subject: `Hoedanigheid gesloten voor ${p.enterpriseName}`,
      paragraphs: [
        `${p.actor} heeft de hoedanigheid ${p.group} gesloten voor ${p.enterprise}.`,
        'De gebruikers van die groep kunnen haar onlinediensten niet meer gebruiken. Alles blijft bewaard en werkt weer zodra ze opnieuw geactiveerd wordt.',
      ],
    }),
    registered: (p) => ({
      subject: `${p.enterpriseName} is geregistreerd`,
      paragraphs: [
        `${p.actor} heeft als wettelijke vertegenwoordiger ${p.enterprise} geregistreerd.`,
        'Nog niemand heeft daardoor toegang. Een wettelijke vertegenwoordiger stelt nu iemand aan die de toegangen beheert.',
        'Had u dit niet verwacht, neem dan contact op met de andere wettelijke vertegenwoordigers.',
      ],
    }),
    proposed: (p) => ({
      subject: `Uw bevestiging wordt gevraagd voor ${p.enterpriseName}`,
      paragraphs: [
        `${p.actor} stelt voor ${p.enterprise} voor: ${p.what}.`,
        'Volgens het register mag dat niet alleen. Het gebeurt zodra een andere wettelijke vertegenwoordiger bevestigt. Zonder bevestiging vervalt het voorstel na dertig dagen.',
        'Meld u aan om het te lezen. U kunt het bevestigen of intrekken.',
      ],
    }),
    'proposal-confirmed': (p) => ({
      subject: `Uw voorstel voor ${p.enterpriseName} is bevestigd`,
      paragraphs: [
        `${p.actor} heeft bevestigd wat u voor ${p.enterprise} had voorgesteld: ${p.what}.`,
        'Het is nu gebeurd. U hoeft niets meer te doen.',
      ],
    }),
    'proposal-withdrawn': (p) => ({
      subject: `Voorstel ingetrokken voor ${p.enterpriseName}`,
      paragraphs: [
        `${p.actor} heeft een voorstel voor ${p.enterprise} ingetrokken: ${p.what}.`,
        'Er is verder niets veranderd. Wie het toch wil, kan het opnieuw voorstellen.',
      ],
    }),
    'proposal-settled': (p) => ({
      subject: `Uw voorstel voor ${p.enterpriseName} wacht niet meer`,
      paragraphs: [
        `${p.actor} heeft voor ${p.enterprise} zelf beslist over wat u had voorgesteld: ${p.what}. Uw voorstel wacht daarom niet meer.`,
        'Kijk bij de onderneming na hoe het er nu voor staat.',
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
    'domain-opened': (p) => ({
      subject: `Domaine activé pour ${p.enterpriseName}`,
      paragraphs: [
        `${p.actor} a activé le domaine ${p.domain} pour ${p.enterprise}.`,
        'Ses qualités peuvent maintenant être activées. Ce qui y avait été donné fonctionne à nouveau.',
      ],
    }),
    'domain-closed': (p) => ({
      subject: `Domaine fermé pour ${p.enterpriseName}`,
      paragraphs: [
        `${p.actor} a fermé le domaine ${p.domain} pour ${p.enterprise}.`,
        'Plus personne n’en utilise de service en ligne, et qui le gérait n’y gère plus rien. Tout est conservé et fonctionnera à nouveau dès que le domaine sera réactivé.',
      ],
    }),
    'capacity-activated': (p) => ({
      subject: `Qualité activée pour ${p.enterpriseName}`,
      paragraphs: [
        `${p.actor} a activé la qualité ${p.group} pour ${p.enterprise}.`,
        'C’est désormais un groupe dans lequel des utilisateurs peuvent recevoir des services en ligne.',
      ],
    }),
    'capacity-closed': (p) => ({
      subject: `Qualité fermée pour ${p.enterpriseName}`,
      paragraphs: [
        `${p.actor} a fermé la qualité ${p.group} pour ${p.enterprise}.`,
        'Les utilisateurs de ce groupe ne peuvent plus utiliser ses services en ligne. Tout est conservé et fonctionnera à nouveau dès qu’elle sera réactivée.',
      ],
    }),
    registered: (p) => ({
      subject: `${p.enterpriseName} est enregistrée`,
      paragraphs: [
        `${p.actor} a enregistré, comme représentant légal, ${p.enterprise}.`,
        'Cela ne donne encore d’accès à personne. Un représentant légal désigne maintenant la personne qui gère les accès.',
        'Si vous ne vous y attendiez pas, prenez contact avec les autres représentants légaux.',
      ],
    }),
    proposed: (p) => ({
      subject: `Votre confirmation est demandée pour ${p.enterpriseName}`,
      paragraphs: [
        `${p.actor} propose pour ${p.enterprise} : ${p.what}.`,
        'Selon le registre, cela ne peut se faire seul. Cela se fera dès qu’un autre représentant légal aura confirmé. Sans confirmation, la proposition devient caduque après trente jours.',
        'Identifiez-vous pour la lire. Vous pouvez la confirmer ou la retirer.',
      ],
    }),
    'proposal-confirmed': (p) => ({
      subject: `Votre proposition pour ${p.enterpriseName} est confirmée`,
      paragraphs: [
        `${p.actor} a confirmé ce que vous aviez proposé pour ${p.enterprise} : ${p.what}.`,
        'C’est fait. Vous n’avez plus rien à faire.',
      ],
    }),
    'proposal-withdrawn': (p) => ({
      subject: `Proposition retirée pour ${p.enterpriseName}`,
      paragraphs: [
        `${p.actor} a retiré une proposition pour ${p.enterprise} : ${p.what}.`,
        'Rien d’autre n’a changé. Qui le souhaite encore peut le proposer à nouveau.',
      ],
    }),
    'proposal-settled': (p) => ({
      subject: `Votre proposition pour ${p.enterpriseName} n’attend plus`,
      paragraphs: [
        `${p.actor} a décidé pour ${p.enterprise} de ce que vous aviez proposé : ${p.what}. Votre proposition n’attend donc plus.`,
        'Regardez auprès de l’entreprise où en sont les choses.',
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
    'domain-opened': (p) => ({
      subject: `Domäne aktiviert für ${p.enterpriseName}`,
      paragraphs: [
        `${p.actor} hat die Domäne ${p.domain} für ${p.enterprise} aktiviert.`,
        'Ihre Eigenschaften können nun aktiviert werden. Was darin früher gegeben war, gilt wieder.',
      ],
    }),
    'domain-closed': (p) => ({
      subject: `Domäne geschlossen für ${p.enterpriseName}`,
      paragraphs: [
        `${p.actor} hat die Domäne ${p.domain} für ${p.enterprise} geschlossen.`,
        'Niemand benutzt mehr einen Onlinedienst daraus, und wer sie verwaltete, verwaltet darin nichts mehr. Alles bleibt erhalten und gilt wieder, sobald die Domäne erneut aktiviert wird.',
      ],
    }),
    'capacity-activated': (p) => ({
      subject: `Eigenschaft aktiviert für ${p.enterpriseName}`,
      paragraphs: [
        `${p.actor} hat die Eigenschaft ${p.group} für ${p.enterprise} aktiviert.`,
        'Sie ist nun eine Gruppe, in der Benutzer Onlinedienste erhalten können.',
      ],
    }),
    'capacity-closed': (p) => ({
      subject: `Eigenschaft geschlossen für ${p.enterpriseName}`,
      paragraphs: [
        `${p.actor} hat die Eigenschaft ${p.group} für ${p.enterprise} geschlossen.`,
        'Die Benutzer dieser Gruppe können ihre Onlinedienste nicht mehr benutzen. Alles bleibt erhalten und gilt wieder, sobald sie erneut aktiviert wird.',
      ],
    }),
    registered: (p) => ({
      subject: `${p.enterpriseName} ist registriert`,
      paragraphs: [
        `${p.actor} hat als gesetzlicher Vertreter ${p.enterprise} registriert.`,
        'Dadurch hat noch niemand Zugang. Ein gesetzlicher Vertreter bestellt nun jemanden, der die Zugänge verwaltet.',
        'Hatten Sie das nicht erwartet, so wenden Sie sich an die anderen gesetzlichen Vertreter.',
      ],
    }),
    proposed: (p) => ({
      subject: `Ihre Bestätigung wird erbeten für ${p.enterpriseName}`,
      paragraphs: [
        `${p.actor} schlägt für ${p.enterprise} vor: ${p.what}.`,
        'Laut Register darf das niemand allein. Es geschieht, sobald ein anderer gesetzlicher Vertreter zustimmt. Ohne Bestätigung verfällt der Vorschlag nach dreißig Tagen.',
        'Melden Sie sich an, um ihn zu lesen. Sie können ihn bestätigen oder zurückziehen.',
      ],
    }),
    'proposal-confirmed': (p) => ({
      subject: `Ihr Vorschlag für ${p.enterpriseName} ist bestätigt`,
      paragraphs: [
        `${p.actor} hat bestätigt, was Sie für ${p.enterprise} vorgeschlagen hatten: ${p.what}.`,
        'Es ist nun geschehen. Sie brauchen nichts mehr zu tun.',
      ],
    }),
    'proposal-withdrawn': (p) => ({
      subject: `Vorschlag zurückgezogen für ${p.enterpriseName}`,
      paragraphs: [
        `${p.actor} hat einen Vorschlag für ${p.enterprise} zurückgezogen: ${p.what}.`,
        'Sonst hat sich nichts geändert. Wer es weiterhin will, kann es erneut vorschlagen.',
      ],
    }),
    'proposal-settled': (p) => ({
      subject: `Ihr Vorschlag für ${p.enterpriseName} wartet nicht mehr`,
      paragraphs: [
        `${p.actor} hat für ${p.enterprise} selbst über Ihren Vorschlag entschieden: ${p.what}. Ihr Vorschlag wartet deshalb nicht mehr.`,
        'Sehen Sie beim Unternehmen nach, wie es jetzt steht.',
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
    'domain-opened': (p) => ({
      subject: `Domain activated for ${p.enterpriseName}`,
      paragraphs: [
        `${p.actor} has activated the domain ${p.domain} for ${p.enterprise}.`,
        'Its capacities can now be activated. What was given in it before works again.',
      ],
    }),
    'domain-closed': (p) => ({
      subject: `Domain closed for ${p.enterpriseName}`,
      paragraphs: [
        `${p.actor} has closed the domain ${p.domain} for ${p.enterprise}.`,
        'Nobody uses an online service of it any more, and whoever managed it manages nothing in it. Everything is kept, and works again once the domain is activated again.',
      ],
    }),
    'capacity-activated': (p) => ({
      subject: `Capacity activated for ${p.enterpriseName}`,
      paragraphs: [
        `${p.actor} has activated the capacity ${p.group} for ${p.enterprise}.`,
        'It is now a group in which users can be given online services.',
      ],
    }),
    'capacity-closed': (p) => ({
      subject: `Capacity closed for ${p.enterpriseName}`,
      paragraphs: [
        `${p.actor} has closed the capacity ${p.group} for ${p.enterprise}.`,
        'The users of that group can no longer use its online services. Everything is kept, and works again once it is activated again.',
      ],
    }),
    registered: (p) => ({
      subject: `${p.enterpriseName} is registered`,
      paragraphs: [
        `${p.actor}, as a legal representative, has registered ${p.enterprise}.`,
        'That gives nobody access yet. A legal representative now appoints somebody who manages access.',
        'If you did not expect this, contact the other legal representatives.',
      ],
    }),
    proposed: (p) => ({
      subject: `Your confirmation is asked for ${p.enterpriseName}`,
      paragraphs: [
        `${p.actor} proposes for ${p.enterprise}: ${p.what}.`,
        'The register says that nobody may do this alone. It happens once another legal representative confirms. Without that the proposal lapses after thirty days.',
        'Sign in to read it. You can confirm or withdraw it.',
      ],
    }),
    'proposal-confirmed': (p) => ({
      subject: `Your proposal for ${p.enterpriseName} is confirmed`,
      paragraphs: [
        `${p.actor} has confirmed what you had proposed for ${p.enterprise}: ${p.what}.`,
        'It is done now. There is nothing more for you to do.',
      ],
    }),
    'proposal-withdrawn': (p) => ({
      subject: `Proposal withdrawn for ${p.enterpriseName}`,
      paragraphs: [
        `${p.actor} has withdrawn a proposal for ${p.enterprise}: ${p.what}.`,
        'Nothing else has changed. Whoever still wants it can propose it again.',
      ],
    }),
    'proposal-settled': (p) => ({
      subject: `Your proposal for ${p.enterpriseName} waits no longer`,
      paragraphs: [
        `${p.actor} has decided for ${p.enterprise} on what you had proposed: ${p.what}. So your proposal waits no longer.`,
        'Look at the enterprise to see how things stand now.',
      ],
    }),
  },
}

/** What representatives hear of the registration and of what waits for them; they, the chief and the co-chiefs of the emergency stop. */
export const enterpriseNotices = (house: NoticeHouse) => noticesOf(house, told)
