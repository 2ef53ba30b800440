export { keyFileNames, keyFilePath, makeKeyFiles, readKeys } from './key-files.ts'
export type { KeyFileName, Keys } from './key-files.ts'
export { BadSetting, readSettings } from './settings.ts'
export type { Settings } from './settings.ts'
