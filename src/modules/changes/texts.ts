import type { Language } from '#kernel'

/** The words of undoing, in one language. */
interface ChangeTexts {
  /** 'Undo: User deleted': the page's heading. */
  readonly title: (what: string) => string
  readonly gives: string
  readonly takes: string
  readonly what: string
  readonly until: string
  readonly now: string
  /** The link that undoes nothing: *Cancel* is the same word as *Undo* in French. */
  readonly leave: string
  /** A link to the page. */
  readonly undo: string
  /** On the page after an act, with the clock time. */
  readonly mayUndo: (time: string) => string
}

export const changeTexts: Readonly<Record<Language, ChangeTexts>> = {
  nl: {
    title: (what) => `Ongedaan maken: ${what}`,
    gives: 'Wat weggenomen werd, wordt teruggegeven zoals het was.',
    takes: 'Wat gegeven werd, eindigt; alles wordt zoals het daarvoor was.',
    what: 'Wat er gedaan is',
    until: 'Kan ongedaan tot',
    now: 'Onmiddellijk',
    leave: 'Laten zoals het is',
    undo: 'Ongedaan maken',
    mayUndo: (time) => `U kunt dit ongedaan maken tot ${time}, zolang er niets op gevolgd is.`,
  },
  fr: {
    title: (what) => `Annuler : ${what}`,
    gives: 'Ce qui a été retiré est rendu tel quel.',
    takes: 'Ce qui a été donné prend fin ; tout redevient comme avant.',
    what: 'Ce qui a été fait',
    until: 'Annulable jusqu’à',
    now: 'Immédiatement',
    leave: 'Laisser tel quel',
    undo: 'Annuler',
    mayUndo: (time) => `Vous pouvez annuler ceci jusqu’à ${time}, tant que rien n’y a fait suite.`,
  },
  de: {
    title: (what) => `Rückgängig machen: ${what}`,
    gives: 'Was genommen wurde, wird zurückgegeben, wie es war.',
    takes: 'Was gegeben wurde, endet; alles wird wie vorher.',
    what: 'Was getan wurde',
    until: 'Rückgängig zu machen bis',
    now: 'Sofort',
    leave: 'So lassen, wie es ist',
    undo: 'Rückgängig machen',
    mayUndo: (time) => `Sie können dies bis ${time} rückgängig machen, solange nichts darauf gefolgt ist.`,
  },
  en: {
    title: (what) => `Undo: ${what}`,
    gives: 'What was taken away is given back as it was.',
    takes: 'What was given ends; everything is as it was before.',
    what: 'What was done',
    until: 'May be undone until',
    now: 'At once',
    leave: 'Leave it as it is',
    undo: 'Undo',
    mayUndo: (time) => `You can undo this until ${time}, as long as nothing has followed from it.`,
  },
}
