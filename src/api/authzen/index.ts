export { authzenHandlers, type AuthzenDeps } from './authzen.ts'
export { Traffic } from './traffic.ts'
