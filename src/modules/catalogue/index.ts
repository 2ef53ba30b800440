export { capacitiesOffering, empowers, levelOfOperation, officeCodes, operationCodes } from './catalogue.ts'
export type {
  Authority,
  AutomaticHolder,
  Capacity,
  Catalogue,
  Desk,
  DigitalKey,
  Domain,
  JuridicalSituation,
  LegalForm,
  LegalFunction,
  Level,
  Meta,
  Office,
  OfficeCode,
  Operation,
  OperationCode,
  ParameterOption,
  Role,
  RoleContext,
  RoleContextCode,
  RoleParameter,
  Service,
  Strength,
} from './catalogue.ts'
export { catalogueFrom, entriesOf } from './entries.ts'
export type { Entry, EntryProblem } from './entry.ts'
export { loadCatalogue } from './load.ts'
export { publishCatalogue, readCatalogue } from './store.ts'
export type { Published } from './store.ts'
export type { CatalogueProblem, LoadedCatalogue } from './load.ts'
