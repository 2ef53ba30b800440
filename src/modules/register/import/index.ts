import { openExtract, openSupplement } from '../extract/index.ts'
import { importRegister } from './import-register.ts'
import { importSupplement } from './import-supplement.ts'
import { pastImports } from './progress.store.ts'

/** Bringing the register's files into the store: open a set, then import it. */
export const registerImport = { openExtract, openSupplement, importRegister, importSupplement, pastImports }
