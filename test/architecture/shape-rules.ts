import { posix } from 'node:path'
import { at, perFile, type Plant, type Rule } from './rule.ts'
import { lineCounter, type Violation } from './tree.ts'

const linesMax = 400
const filesMax = 15

const isText = (path: string): boolean => /(^|\/)texts\//.test(path)

const everyFileParses: Rule = {
  says: 'every file can be read by the parser',
  find: perFile((file) => file.errors.map((message) => at(file, 1, message))),
  planted: [{ 'src/kernel/day.ts': `export const = 1` }],
  legal: [{ 'src/kernel/day.ts': `export const one: number = 1` }],
}

const shortFiles: Rule = {
  says: `a source file has at most ${linesMax} lines`,
  find: perFile((file) => {
    const count = file.source.split('\n').length - (file.source.endsWith('\n') ? 1 : 0)
    return file.isTest || isText(file.path) || count <= linesMax ? [] : [at(file, linesMax + 1, `has ${count} lines`)]
  }),
  planted: [{ 'src/kernel/day.ts': 'f()\n'.repeat(linesMax + 1) }, { 'test/support/world.ts': 'f()\n'.repeat(500) }],
  legal: [
    { 'src/kernel/day.ts': 'f()\n'.repeat(linesMax) },
    { 'src/kernel/day.test.ts': 'f()\n'.repeat(900) },
    { 'src/modules/access/texts/fr.ts': 'f()\n'.repeat(900) },
  ],
}

const smallFolders: Rule = {
  says: `a folder holds at most ${filesMax} source files, tests apart`,
  find: ({ files }) => {
    const counts = new Map<string, number>()
    for (const { path, isTest } of files) {
      const folder = posix.dirname(path)
      if (!isTest) counts.set(folder, (counts.get(folder) ?? 0) + 1)
    }
    return [...counts]
      .filter(([, count]) => count > filesMax)
      .map(([path, count]) => ({ path, line: 0, what: `holds ${count} source files` }))
  },
  planted: [folderOf('src/kernel/', filesMax + 1), folderOf('src/modules/access/pages/', 20)],
  legal: [
    { ...folderOf('src/kernel/', filesMax), ...folderOf('src/ui/', 2) },
    { ...folderOf('src/kernel/', filesMax), 'src/kernel/a.test.ts': '', 'src/kernel/deeper/b.ts': '' },
  ],
}

function folderOf(folder: string, count: number): Plant {
  return Object.fromEntries(Array.from({ length: count }, (_, i) => [`${folder}file-${i}.ts`, 'f()']))
}

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/

const kebabNames: Rule = {
  says: 'folders and files are named in kebab case',
  find: ({ files }) =>
    files
      .filter(({ path }) => !path.split(/[/.]/).every((part) => kebab.test(part)))
      .map(({ path }) => ({ path, line: 0, what: 'is not named in kebab case' })),
  planted: [{ 'src/kernel/civilDay.ts': '' }, { 'src/kernel/Day.test.ts': '' }, { 'src/signIn/start.ts': '' }],
  legal: [
    { 'src/kernel/civil-day.test.ts': '', 'src/modules/access/pages/give-service.page.ts': '', 'bench/i12.ts': '' },
  ],
}

const emptyWords = /^(helpers?|utils?|utility|utilities|misc|common)$/
/** The offices that the glossary calls managers, and the thing it calls a service. */
const glossary = /^((co-)?chief-access|access|group)-managers?$|^online-services?$/
/** Where files are named after what a person sees or does: there, manager and service are words of the domain. */
const namedByDomain = /(^|\/)(pages|use-cases|texts|services|catalogue)\//

function nameFault(path: string): string | null {
  const parts = path.replace(/\.[^/]*$/, '').split('/')
  const empty = parts.flatMap((part) => part.split(/[-.]/)).find((word) => emptyWords.test(word))
  if (empty !== undefined) return `is called "${empty}", which says nothing`
  const stem = parts.at(-1) ?? ''
  const layer = /(^|-)(managers?|services?)$/.test(stem) && !glossary.test(stem) && !namedByDomain.test(path)
  return layer ? 'names a code layer with a word of the domain' : null
}

const layerClasses = /(Manager|Helper|Utils?|Service)$/

const honestNames: Rule = {
  says: 'nothing is called helper or util, and manager and service only as words of the domain',
  find: perFile((file) => {
    const fault = nameFault(file.path)
    const faults: Violation[] = fault === null ? [] : [at(file, 0, fault)]
    const lineAt = lineCounter(file.source)
    for (const { node } of file.nodes) {
      const { name } = (node['id'] ?? {}) as { name?: string }
      if (!node.type.startsWith('Class') || name === undefined || !layerClasses.test(name)) continue
      faults.push(at(file, lineAt(node.start), `declares a class ${name}`))
    }
    return faults
  }),
  planted: [
    { 'src/http/helpers.ts': '' },
    { 'src/http/form-utils.ts': '' },
    { 'src/util/text.ts': '' },
    { 'src/modules/access/manager.ts': '' },
    { 'src/modules/access/grant-manager.ts': '' },
    { 'src/modules/access/service.ts': '' },
    { 'src/modules/access/access-service.ts': '' },
    { 'src/modules/access/grant.ts': 'export class GrantManager {}' },
    { 'test/support/test-helper.ts': '' },
  ],
  legal: [
    { 'src/modules/appointments/access-manager.ts': '', 'src/modules/catalogue/service.ts': '' },
    { 'src/modules/access/pages/service.page.ts': '', 'src/modules/access/use-cases/give-service.ts': '' },
    { 'src/services/e-box/inbox.ts': 'export class Inbox {}' },
  ],
}

const completeModules: Rule = {
  says: 'every module has a README.md and an index.ts',
  find: ({ paths }) => {
    const modules = new Set(paths.flatMap((path) => /^src\/modules\/[^/]+(?=\/)/.exec(path) ?? []))
    return [...modules].flatMap((folder) =>
      ['README.md', 'index.ts']
        .filter((name) => !paths.includes(`${folder}/${name}`))
        .map((name) => ({ path: folder, line: 0, what: `has no ${name}` })),
    )
  },
  planted: [
    { 'src/modules/access/index.ts': '', 'src/modules/access/rules.ts': '' },
    { 'src/modules/access/README.md': '', 'src/modules/access/rules/index.ts': '' },
  ],
  legal: [{ 'src/modules/access/README.md': '', 'src/modules/access/index.ts': '', 'src/kernel/day.ts': '' }],
}

export const shapeRules: Rule[] = [everyFileParses, shortFiles, smallFolders, kebabNames, honestNames, completeModules]
