import type { ToldTexts } from '#enterprises'
import type { NoticeKind } from './kinds.ts'

export const de: ToldTexts<NoticeKind>['de'] = {
  appointed: (p) => ({
    subject: `Ihre Bestellung für ${p.enterpriseName}: annehmen oder ablehnen`,
    paragraphs: [
      `${p.actor} hat Sie zum ${p.office} für ${p.enterprise} bestellt.`,
      'Solange Sie nicht annehmen, ändert sich nichts. Ohne Annahme binnen 30 Tagen verfällt die Bestellung.',
      ...(p.day === '' ? [] : [`Das Amt beginnt am ${p.day}; annehmen können Sie schon jetzt.`]),
      'Melden Sie sich an und wählen Sie auf der Startseite, ob Sie annehmen oder ablehnen. Kennen Sie dieses Unternehmen nicht, so lehnen Sie ab.',
    ],
  }),
  accepted: (p) => ({
    subject: `${p.actor} hat die Bestellung für ${p.enterpriseName} angenommen`,
    paragraphs: [
      `${p.actor} hat die Bestellung zum ${p.office} für ${p.enterprise} angenommen.`,
      p.day === ''
        ? 'Das Amt ist ab jetzt aktiv. Sie müssen nichts tun.'
        : `Das Amt beginnt von selbst am ${p.day}. Sie müssen nichts tun.`,
    ],
  }),
  declined: (p) => ({
    subject: `${p.actor} hat die Bestellung für ${p.enterpriseName} abgelehnt`,
    paragraphs: [
      `${p.actor} hat die Bestellung zum ${p.office} für ${p.enterprise} abgelehnt.`,
      'An dem Amt ändert sich also nichts. Bestellen Sie bei Bedarf eine andere Person.',
    ],
  }),
  replaced: (p) => ({
    subject: `Ihr Amt für ${p.enterpriseName} hat jemand anders übernommen`,
    paragraphs: [
      p.day === ''
        ? `${p.actor} ist jetzt ${p.office} für ${p.enterprise}. Ihr Amt ist damit beendet.`
        : `${p.actor} wird am ${p.day} ${p.office} für ${p.enterprise}. Ihr Amt endet dann.`,
      p.day === ''
        ? 'Sie haben die Rechte dieses Amtes nicht mehr. Wen Sie bestellt und was Sie gegeben haben, das bleibt bestehen.'
        : 'Bis dahin behalten Sie die Rechte dieses Amtes. Wen Sie bestellt und was Sie gegeben haben, das bleibt bestehen.',
      'Sie müssen nichts tun. Hatten Sie das nicht erwartet, so wenden Sie sich an einen gesetzlichen Vertreter des Unternehmens.',
    ],
  }),
  'replaced-at-once': (p) => ({
    subject: `Ihr Amt für ${p.enterpriseName} wurde sofort beendet`,
    paragraphs: [
      `${p.actor} hat mit sofortiger Wirkung eine andere Person zum ${p.office} für ${p.enterprise} bestellt. Ihr Amt ist damit beendet.`,
      'Sie haben die Rechte dieses Amtes nicht mehr. Wen Sie bestellt und was Sie gegeben haben, das bleibt bestehen.',
      'Sie müssen nichts tun. Hatten Sie das nicht erwartet, so wenden Sie sich an einen gesetzlichen Vertreter des Unternehmens.',
    ],
  }),
  'emptied-below': (p) => ({
    subject: `Ein Amt bei ${p.enterpriseName} wurde sofort freigemacht`,
    paragraphs: [
      `${p.actor} hat mit sofortiger Wirkung ${p.subject} zum ${p.office} für ${p.enterprise} bestellt. Wer das Amt innehatte, hat es nicht mehr.`,
      p.chief
        ? `Das Unternehmen hat keinen ${p.office}, bis diese Person annimmt. Was schon gegeben ist, bleibt bestehen.`
        : 'Bis diese Person annimmt, verwaltet das Amt darüber mit. Was schon gegeben ist, bleibt bestehen.',
      'Sie müssen nichts tun. Hatten Sie das nicht erwartet, so sehen Sie sich die Verwalter des Unternehmens an.',
    ],
  }),
  'goes-on': (p) => ({
    subject: `Ihr Amt für ${p.enterpriseName} läuft weiter`,
    paragraphs: [
      `${p.actor} hat über die Nachfolge als ${p.office} für ${p.enterprise} entschieden: Wer Ihnen nachfolgen sollte, kommt nicht.`,
      'Ihr Amt endet also nicht am vorgesehenen Tag. Sie behalten es wie zuvor.',
      'Sie müssen nichts tun.',
    ],
  }),
  'contact-changed': (p) => ({
    subject: `Kontaktdaten bei ${p.enterpriseName} geändert`,
    paragraphs: [
      `${p.actor} hat geändert, wie ${p.enterprise} ${p.subject} als ${p.office} erreicht.`,
      'Es geht um die E-Mail-Adresse oder die Telefonnummer, die das Unternehmen benutzt. Das eigene Konto der Person ändert sich nicht.',
      'Stimmt das nicht, so wenden Sie sich an einen Verwalter oder einen gesetzlichen Vertreter des Unternehmens.',
    ],
  }),
  withdrawn: (p) => ({
    subject: `Ihre Bestellung für ${p.enterpriseName} wurde widerrufen`,
    paragraphs: [
      `${p.actor} hat Ihre Bestellung zum ${p.office} für ${p.enterprise} widerrufen.`,
      'Sie haben die Rechte dieses Amtes nicht oder nicht mehr. Wen Sie bestellt und was Sie gegeben haben, das bleibt bestehen.',
      'Sie müssen nichts tun. Hatten Sie das nicht erwartet, so wenden Sie sich an einen Verwalter oder einen gesetzlichen Vertreter des Unternehmens.',
    ],
  }),
  'withdrawn-below': (p) => ({
    subject: `Ein Amt bei ${p.enterpriseName} wurde widerrufen`,
    paragraphs: [
      `${p.actor} hat die Bestellung von ${p.subject} als ${p.office} für ${p.enterprise} widerrufen.`,
      p.chief
        ? `Das Unternehmen hat nun keinen ${p.office} mehr. Was schon gegeben ist, bleibt bestehen.`
        : 'Was schon gegeben ist, bleibt bestehen.',
      p.chief
        ? `Ein gesetzlicher Vertreter muss einen neuen ${p.office} bestellen.`
        : 'Bestellen Sie bei Bedarf einen Nachfolger.',
    ],
  }),
  resigned: (p) => ({
    subject: `${p.actor} hat das Amt für ${p.enterpriseName} niedergelegt`,
    paragraphs: [
      `${p.actor} hat das Amt als ${p.office} für ${p.enterprise} niedergelegt.`,
      p.chief
        ? `Das Unternehmen hat jetzt keinen ${p.office} mehr. Was bereits gegeben ist, bleibt bestehen.`
        : 'Was bereits gegeben ist, bleibt bestehen.',
      p.chief
        ? `Ein gesetzlicher Vertreter muss einen neuen ${p.office} bestellen.`
        : 'Bestellen Sie bei Bedarf einen Nachfolger.',
    ],
  }),
}
