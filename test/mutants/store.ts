import type { Mutant } from './mutant.ts'

const modules = 'src/modules'
const facts = 'src/database/fact-store.ts'
const schema = 'migrations/0001_foundation.sql'

/** Faults in how the store is asked and kept. */
export const store: Mutant[] = [
  {
    name: 'SQL: a superseded row is still believed',
    file: facts,
    find: "query = query.where('superseded_at', 'is', null)",
    replace: 'query = query.limit(100_000)',
    by: 'postgres',
  },
  {
    name: 'SQL: only the first condition counts',
    file: facts,
    find: 'for (const condition of conditions) query',
    replace: 'for (const condition of conditions.slice(0, 1)) query',
    by: 'postgres',
  },
  {
    name: 'SQL: what has no end is not found later',
    file: facts,
    find: "eb.or([eb('valid_until', 'is', null), eb('valid_until', '>', since)])",
    replace: "eb.or([eb('valid_until', '>', since)])",
    by: 'postgres',
  },
  {
    name: 'SQL: what has ended is found as if it held',
    file: facts,
    find: "eb.or([eb('valid_until', 'is', null), eb('valid_until', '>', at)])",
    replace: "eb.or([eb('valid_until', 'is', null), eb('valid_until', '>', 0 as never)])",
    by: 'postgres',
  },
  {
    name: 'SQL: what is ended goes on to its former end',
    file: facts,
    find: 'const period = { from: fact.valid_from, until: at }',
    replace: 'const period = { from: fact.valid_from, until: fact.valid_until }',
    by: 'postgres',
  },
  {
    name: 'SQL: a changed fact is another fact',
    file: facts,
    find: 'fact_id: factId,',
    replace: 'fact_id: newId(),',
    by: 'postgres',
  },
  {
    name: 'SQL: the number of the enterprise does not count',
    file: `${modules}/operations/perform.ts`,
    find: ".where('record.number', '=', number)",
    replace: ".where('record.number', 'is not', null)",
    by: 'postgres',
  },
  {
    name: 'SQL: the list of enterprises forgets the blocks',
    file: `${modules}/decisions/lists.ts`,
    find: 'blocks: blocks.get(id) ?? [],',
    replace: 'blocks: [],',
    by: 'tests',
    test: 'src/modules/decisions/decisions.db.test.ts',
  },
  {
    name: 'SQL: the enterprise is not locked',
    file: `${modules}/operations/perform.ts`,
    find: '.forUpdate()',
    replace: '',
    by: 'races',
  },
  {
    name: 'SQL: a seat has two holders',
    file: schema,
    find: "state IN ('active', 'suspended', 'vacant') AND office <> 'co-chief-access-manager'",
    replace: "state IN ('suspended', 'vacant') AND office <> 'co-chief-access-manager'",
    by: 'races',
  },
  {
    name: 'SQL: a chief’s seat may be empty without being vacant',
    file: schema,
    find: 'IF covered IS NULL OR NOT covered @> int8range(since, NULL) THEN',
    replace: 'IF covered IS NULL THEN',
    by: 'races',
  },
]
