import type { Direct, ModelType, Rule } from './model.ts'

/** The name of the condition that a relation with a date has, in both peers. */
export const conditionName = 'in_time'

const parameter = { type_name: 'TYPE_NAME_TIMESTAMP' }

function rewrite(rule: Rule): object {
  if ('is' in rule) return { computedUserset: { relation: rule.is } }
  if ('there' in rule)
    return { tupleToUserset: { tupleset: { relation: rule.of }, computedUserset: { relation: rule.there } } }
  if ('any' in rule) return { union: { child: rule.any.map(rewrite) } }
  return { difference: { base: rewrite(rule.base), subtract: rewrite(rule.without) } }
}

function restrictions({ subjects, timed, everybody }: Direct): object[] {
  return subjects.flatMap((type) => [
    everybody ? { type, wildcard: {} } : { type },
    ...(timed ? [{ type, condition: conditionName }] : []),
  ])
}

/** The model in OpenFGA's own form (authorization model 1.1). */
export function openfgaModel(model: readonly ModelType[]): object {
  return {
    schema_version: '1.1',
    type_definitions: model.map(({ name, relations, rules }) => ({
      type: name,
      relations: {
        ...Object.fromEntries(Object.keys(relations).map((relation) => [relation, { this: {} }])),
        ...Object.fromEntries(Object.entries(rules).map(([relation, rule]) => [relation, rewrite(rule)])),
      },
      metadata: {
        relations: Object.fromEntries([
          ...Object.entries(relations).map(([relation, direct]) => [
            relation,
            { directly_related_user_types: restrictions(direct) },
          ]),
          ...Object.keys(rules).map((relation) => [relation, { directly_related_user_types: [] }]),
        ]),
      },
    })),
    conditions: {
      [conditionName]: {
        name: conditionName,
        expression: 'at >= starts && at < ends',
        parameters: { at: parameter, starts: parameter, ends: parameter },
      },
    },
  }
}
