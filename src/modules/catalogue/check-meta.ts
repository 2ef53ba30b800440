import type { Check } from './check.ts'

/** What the catalogue says of itself must fit what is in it. */
export function checkMeta({ all, find, known, problem }: Check): void {
  const meta = find('meta', 'meta')
  if (!meta) return
  const { desk, employerNumberName } = meta.value
  if (desk.agentRole !== null && !known('role', desk.agentRole)) {
    problem(
      meta,
      ['desk', 'agentRole'],
      `“${desk.agentRole}” is no role here: correct it, add it to roles, or write null`,
    )
  }
  const asking = all('capacity').find(({ value }) => value.precondition === 'rsz-number')
  if (asking && employerNumberName === null) {
    const message = `“${asking.code}” asks for the employer's number: say in employerNumberName what people call it`
    problem(meta, ['employerNumberName'], message)
  }
}
