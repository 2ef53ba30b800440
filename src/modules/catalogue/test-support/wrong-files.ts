import { at, domain, role, service, strength, wrong, type WrongCatalogue } from './wrong-catalogue.ts'

/** Faults of form. */
export const wrongFiles: readonly WrongCatalogue[] = [
  wrong('a file is missing', ['keys.yaml'], [null, null], at(1, 'add the file')),
  wrong('a file is not known', ['rolls.yaml'], [null, '- code: x\n'], at(1, 'rename it to one of')),
  wrong('a file is empty', ['roles.yaml'], [null, '# nothing\n'], at(1, 'begin each entry with “- code: …”')),
  wrong('a single entry is a list', strength, [null, '- 200\n- 450\n'], at(1, 'write one field a line')),
  wrong(
    'a bracket is not closed',
    role('onegate-admin'),
    ['excludes: []', 'excludes: ['],
    at('holdersMax', 'correct the YAML'),
  ),
  wrong('a tab stands before a field', strength, ['strong: 450', '\tstrong: 450'], at('\tstrong', 'use spaces')),
  wrong(
    'a second document begins',
    strength,
    ['strong: 450', '---\nstrong: 450'],
    at('---', 'remove the line with three hyphens'),
  ),
  wrong(
    'a field is there twice',
    domain('mobility'),
    ['opensByDefault: false', 'opensByDefault: false\n  opensByDefault: true'],
    at('opensByDefault: true', 'keep one'),
  ),
  wrong(
    'an alias stands for a value',
    strength,
    ['code: 200\nstrong: 450', 'code: &low 200\nstrong: *low'],
    at('*low', 'write its content out'),
  ),
  wrong(
    'a value has a tag',
    service('dimona'),
    ['level: 400', 'level: !secret 400'],
    at('!secret', 'correct the YAML'),
  ),
  wrong(
    'an entry has no code',
    domain('mobility'),
    ['- code: mobility\n  name', '- name'],
    at('- name: { nl: Mobiliteit', 'has no “code”: add it', { entry: 'finance' }),
  ),
  wrong(
    'an entry is a word',
    domain('mobility'),
    ['- code: mobility', '- mobility\n- code: mobility'],
    at('- mobility', 'has no “code”', { entry: 'finance' }),
  ),
  wrong(
    'a code is a number',
    ['legal-forms.yaml', '014'],
    ["'014'", '014'],
    at('code: 014', 'in quotes when it is a number', { entry: '013' }),
  ),
  wrong(
    'a level is a text',
    ['levels.yaml', '300'],
    ['level: 300', "level: '300'"],
    at("level: '300'", 'has no “level”', { entry: '200' }),
  ),
]
