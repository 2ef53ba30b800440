export { authzenHandlers } from './authzen.ts'
export type { AuthzenDeps } from './authzen.ts'
