export { authzenHandlers, type AuthzenDeps } from './authzen.ts'
export { newTrafficCells, Traffic, trafficCounts, trafficMeasures, type TrafficCounts } from './traffic.ts'
