export { authzenHandlers, type AuthzenDeps } from './authzen.ts'
export { Traffic, type TrafficCounts } from './traffic.ts'
