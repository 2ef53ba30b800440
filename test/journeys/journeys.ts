import { directoryJourneys } from './directory/journeys.ts'
import { officeJourneys } from './offices/journeys.ts'
import { edgeJourneys } from './edges/journeys.ts'
import { stateJourneys } from './states/journeys.ts'
import type { Journey } from './support/journey.ts'
import { threadJourneys } from './thread/journeys.ts'

/** Every journey, in the order in which they are walked. */
export const journeys: readonly Journey[] = [
  ...threadJourneys,
  ...officeJourneys,
  ...stateJourneys,
  ...edgeJourneys,
  ...directoryJourneys,
]
