export {
  capacitiesOffering,
  empowers,
  levelOfOperation,
  officeCodes,
  operationCodes,
  otherSystems,
} from './catalogue.ts'
export type {
  Authority,
  AutomaticHolder,
  Capacity,
  Catalogue,
  ClosedWay,
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
  OtherSystem,
  ParameterOption,
  Procedure,
  ProcedureResult,
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
export { loadPictures } from './pictures/pictures.ts'
export type { Picture } from './pictures/pictures.ts'
export { wayOut } from './way-out.ts'
export { previewPublication, publishCatalogue, readCatalogue } from './store.ts'
export type { Difference, InUse, PublicationProblem, Published } from './publishing/plan.ts'
export type { CatalogueProblem, LoadedCatalogue } from './load.ts'
