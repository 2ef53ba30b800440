import type { Render } from '#notices'
import type { PageDeps } from '#operations'
import type { SignInDeps } from '#sign-in'
import type { ShownPicture } from './pages/guide/index.ts'
import type { TrialMessage } from './trial-messages.ts'

/** A fictional person of the trial, and what there is to do as them. */
interface TrialGuide {
  readonly name: string
  readonly does: Readonly<Record<'nl' | 'fr' | 'de' | 'en', string>>
}

/** What the house's own pages need, beside what every page needs. */
export interface WebDeps extends PageDeps {
  readonly signIn: SignInDeps
  /** Puts a notice into words. */
  readonly render: Render
  readonly trial: boolean
  /** Whether cookie names carry the __Host- prefix: on https. */
  readonly secureCookies: boolean
  /** Whom to sign in as, in the trial. */
  readonly guides: readonly TrialGuide[]
  /** What the catalogue brings to show beside the steps of the guide. */
  readonly pictures?: readonly ShownPicture[]
  /** Whether the register can be asked at once: then anybody signed in may ask it about their enterprise. */
  readonly asksRegister?: boolean
  /** The trial's messages with a secret in them. */
  readonly trialMessages?: { readonly all: readonly TrialMessage[] }
}
