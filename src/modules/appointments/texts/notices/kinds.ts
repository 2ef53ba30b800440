/** What appointees, appointers and whoever leaves an office hear of. */
export type NoticeKind =
  | 'appointed'
  | 'accepted'
  | 'declined'
  | 'replaced'
  | 'replaced-at-once'
  | 'emptied-below'
  | 'goes-on'
  | 'contact-changed'
  | 'withdrawn'
  | 'withdrawn-below'
  | 'resigned'
