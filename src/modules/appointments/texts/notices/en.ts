import type { ToldTexts } from '#enterprises'
import type { NoticeKind } from './kinds.ts'

export const en: ToldTexts<NoticeKind>['en'] = {
  appointed: (p) => ({
    subject: `Accept or decline your appointment for ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} has appointed you as ${p.office} for ${p.enterprise}.`,
      'Nothing changes until you accept. If you do not accept within 30 days, the appointment lapses.',
      ...(p.day === '' ? [] : [`The office begins on ${p.day}; you can accept now.`]),
      'Sign in and choose on the home page whether you accept or decline. If you do not know this enterprise, decline.',
    ],
  }),
  accepted: (p) => ({
    subject: `${p.actor} has accepted the appointment for ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} has accepted the appointment as ${p.office} for ${p.enterprise}.`,
      p.day === ''
        ? 'The office is active from now on. There is nothing to do.'
        : `The office begins by itself on ${p.day}. There is nothing to do.`,
    ],
  }),
  declined: (p) => ({
    subject: `${p.actor} has declined the appointment for ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} has declined the appointment as ${p.office} for ${p.enterprise}.`,
      'So nothing changes for this office. Appoint somebody else if you need to.',
    ],
  }),
  replaced: (p) => ({
    subject: `Your office for ${p.enterpriseName} has been taken over`,
    paragraphs: [
      p.day === ''
        ? `${p.actor} is now ${p.office} for ${p.enterprise}. Your own term in that office has ended.`
        : `${p.actor} becomes ${p.office} for ${p.enterprise} on ${p.day}. Your own term in that office ends then.`,
      p.day === ''
        ? 'You no longer have the rights of that office. Whom you appointed and what you gave remains.'
        : 'Until then you keep the rights of that office. Whom you appointed and what you gave remains.',
      'There is nothing to do. If you did not expect this, contact a legal representative of the enterprise.',
    ],
  }),
  'replaced-at-once': (p) => ({
    subject: `Your office for ${p.enterpriseName} has ended at once`,
    paragraphs: [
      `${p.actor} has appointed somebody else as ${p.office} for ${p.enterprise}, with immediate effect. Your own term in that office has ended.`,
      'You no longer have the rights of that office. Whom you appointed and what you gave remains.',
      'There is nothing to do. If you did not expect this, contact a legal representative of the enterprise.',
    ],
  }),
  'emptied-below': (p) => ({
    subject: `An office was emptied at once at ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} has appointed ${p.subject} as ${p.office} for ${p.enterprise}, with immediate effect. Whoever held the office does so no longer.`,
      p.chief
        ? `The enterprise has no ${p.office} until that person accepts. What has already been given remains.`
        : 'Until that person accepts, the office above manages. What has already been given remains.',
      'There is nothing to do. If you did not expect this, look at the managers of the enterprise.',
    ],
  }),
  'goes-on': (p) => ({
    subject: `Your office for ${p.enterpriseName} goes on`,
    paragraphs: [
      `${p.actor} has decided about the succession as ${p.office} for ${p.enterprise}: whoever was to follow you does not come.`,
      'So your office does not end on the day that was planned. You keep it as before.',
      'There is nothing to do.',
    ],
  }),
  'contact-changed': (p) => ({
    subject: `Contact details changed at ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} has changed how ${p.enterprise} reaches ${p.subject} as ${p.office}.`,
      'It is about the e-mail address or the phone number that the enterprise uses. The person’s own account does not change.',
      'If it is not right, contact a manager or a legal representative of the enterprise.',
    ],
  }),
  withdrawn: (p) => ({
    subject: `Your appointment for ${p.enterpriseName} has been withdrawn`,
    paragraphs: [
      `${p.actor} has withdrawn your appointment as ${p.office} for ${p.enterprise}.`,
      'You do not have the rights of that office, or no longer do. Whom you appointed and what you gave remains.',
      'There is nothing to do. If you did not expect this, contact a manager or a legal representative of the enterprise.',
    ],
  }),
  'withdrawn-below': (p) => ({
    subject: `An office was withdrawn at ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} withdrew the appointment of ${p.subject} as ${p.office} for ${p.enterprise}.`,
      p.chief ? `The enterprise now has no ${p.office}. What was given stays.` : 'What was given stays.',
      p.chief ? `A legal representative must appoint a new ${p.office}.` : 'Appoint a successor if one is needed.',
    ],
  }),
  resigned: (p) => ({
    subject: `${p.actor} has resigned at ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} has resigned as ${p.office} for ${p.enterprise}.`,
      p.chief
        ? `The enterprise now has no ${p.office}. What has already been given remains.`
        : 'What has already been given remains.',
      p.chief ? `A legal representative must appoint a new ${p.office}.` : 'Appoint a successor if you need one.',
    ],
  }),
}
