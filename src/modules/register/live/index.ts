import { httpRepresentationSource } from './http-source.ts'
import { refreshRepresentations } from './refresh.ts'

/** A register that can be asked at once, beside its files. */
export const liveRegister = { httpRepresentationSource, refreshRepresentations }
