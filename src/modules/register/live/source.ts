import type { CivilDay, EnterpriseNumber, NationalNumber, Parsed } from '#kernel'

/** A legal function as the register's own interface tells it. */
export interface FunctionTold {
  readonly functionCode: string
  readonly holder: NationalNumber
  readonly holderName: { readonly givenName: string; readonly familyName: string }
  /** The enterprise that holds the function through this person. */
  readonly holderEnterprise: EnterpriseNumber | null
  readonly started: CivilDay | null
  /** The last day, included. */
  readonly ended: CivilDay | null
  readonly endReason: string | null
  readonly power: 'alone' | 'jointly' | 'unknown'
}

/** A register that can be asked at once who represents an enterprise, beside the files that it publishes. */
export interface RepresentationSource {
  /** Every function that the register tells of the enterprise, ended ones too; null where it does not know the number. Never throws for what the register does. */
  functionsOf(number: EnterpriseNumber): Promise<Parsed<readonly FunctionTold[] | null, 'register-unavailable'>>
}
