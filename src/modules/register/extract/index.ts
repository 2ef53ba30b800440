export { openExtract } from './extract.ts'
export { openSupplement } from './supplement.ts'
export type {
  Activity,
  Address,
  Contact,
  EmployerTold,
  EntityChange,
  EntityHeader,
  EntityKind,
  Extract,
  ExtractMeta,
  FunctionTold,
  Limits,
  Name,
  NumberChangeTold,
  Problem,
  RegisterCode,
  Supplement,
  SupplementEnterprise,
} from './types.ts'
