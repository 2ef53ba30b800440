export { errorFrameOf, frameOf } from './frame.ts'
export { webPages } from './pages/index.ts'
export type { WebDeps } from './web-deps.ts'
export { TrialMessages } from './trial-messages.ts'
