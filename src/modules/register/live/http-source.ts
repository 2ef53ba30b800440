import { parseCivilDay, parseEnterpriseNumber, parseNationalNumber, type CivilDay, type Parsed } from '#kernel'
import { z } from 'zod'
import type { RepresentationSource } from './source.ts'

export interface HttpSourceOptions {
  /** Where the register's interface stands, without a slash at its end: `<url>/enterprises/<number>/functions` is asked. */
  readonly url: string
  /** Sent as a bearer token. */
  readonly token: string | null
  readonly timeoutMs: number
  /** Told what went wrong, without numbers of persons. */
  readonly onFault: (fault: string) => void
  readonly fetch?: typeof fetch
}

const bytesMax = 1024 * 1024

/** A text that the kernel's parser reads. */
const read = <T>(parse: (text: string) => Parsed<T, string>) =>
  z.string().transform((text, context) => {
    const parsed = parse(text)
    if (parsed.ok) return parsed.value
    context.addIssue(parsed.error)
    return z.NEVER
  })

const day = read<CivilDay>(parseCivilDay)

const answer = z.object({
  functions: z
    .array(
      z.object({
        function: z.string().regex(/^\d{5}$/),
        holderNationalNumber: read(parseNationalNumber),
        lastName: z.string().min(1).max(100),
        firstName: z.string().min(1).max(100),
        holderEnterpriseNumber: read(parseEnterpriseNumber).nullable().default(null),
        startDate: day.nullable().default(null),
        endDate: day.nullable().default(null),
        endReason: z.string().min(1).max(60).nullable().default(null),
        power: z.enum(['alone', 'jointly', 'unknown']).default('unknown'),
      }),
    )
    .max(10_000),
})

/**
 * Asks a register over HTTP, as docs/operating/register.md describes. A register that is late, down, redirects, or answers with
 * something else is unavailable: nothing is taken from half an answer.
 */
export function httpRepresentationSource(options: HttpSourceOptions): RepresentationSource {
  const ask = options.fetch ?? fetch
  return {
    async functionsOf(number) {
      try {
        const response = await ask(`${options.url}/enterprises/${number}/functions`, {
          headers: {
            accept: 'application/json',
            ...(options.token === null ? {} : { authorization: `Bearer ${options.token}` }),
          },
          redirect: 'error',
          signal: AbortSignal.timeout(options.timeoutMs),
        })
        if (response.status === 404) return { ok: true, value: null }
        if (!response.ok) return unavailable(options, `status ${response.status}`)
        const parsed = answer.safeParse(JSON.parse(await textOf(response)))
        if (!parsed.success) return unavailable(options, `another answer than described, at ${pathOf(parsed.error)}`)
        return { ok: true, value: parsed.data.functions.map(told) }
      } catch (fault) {
        return unavailable(options, fault instanceof Error ? fault.name : 'fault')
      }
    },
  }
}

/** Where, never what: the value may be somebody's number. */
const pathOf = (error: z.ZodError): string => error.issues[0]?.path.map(String).join('.') ?? 'the top'

function unavailable({ onFault }: HttpSourceOptions, fault: string): { ok: false; error: 'register-unavailable' } {
  onFault(fault)
  return { ok: false, error: 'register-unavailable' }
}

async function textOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength
    if (size > bytesMax) throw new RangeError('the answer is too long')
    chunks.push(chunk)
  }
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
}

const told = (one: z.output<typeof answer>['functions'][number]) => ({
  functionCode: one.function,
  holder: one.holderNationalNumber,
  holderName: { givenName: one.firstName, familyName: one.lastName },
  holderEnterprise: one.holderEnterpriseNumber,
  started: one.startDate,
  ended: one.endDate,
  endReason: one.endReason,
  power: one.power,
})
