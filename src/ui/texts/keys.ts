/** Every text that the frame of the pages and the shared parts of forms and lists say. */
export interface UiTexts {
  skipToContent: string
  languageChoice: string
  myAccount: string
  signOut: string
  /** Label of the landmark with the name, the account and the way out. */
  personLandmark: string
  /** Label of the landmark that leads through one enterprise; {name} is its name. */
  enterpriseLandmark: string
  /** Before the number of an enterprise, for screen readers. */
  enterpriseNumber: string
  back: string
  backLandmark: string
  help: string
  footerLandmark: string
  cookies: string
  about: string
  trial: string
  trialSentence: string
  /** What a screen reader says before the message at a field, without the colon. */
  error: string
  /** Before the title of a page with errors, with its colon and space. */
  errorTitlePrefix: string
  errorSummaryTitle: string
  success: string
  important: string
  warning: string
  optional: string
  day: string
  month: string
  year: string
  /** Rows of the preview that every change shows. */
  previewTitle: string
  previewStarts: string
  previewEnds: string
  previewForWhom: string
  previewFrom: string
  previewTold: string
  confirm: string
  cancel: string
  reference: string
  whatComesNext: string
  filters: string
  applyFilters: string
  clearFilters: string
  pagesLandmark: string
  firstPage: string
  nextPage: string
  sameAsTable: string
  scrollHint: string
  columnName: string
  columnAppointedBy: string
  columnOffice: string
  columnState: string
  actions: string
}
