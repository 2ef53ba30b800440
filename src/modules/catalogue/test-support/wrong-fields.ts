import { at, capacity, domain, office, service, wrong, type WrongCatalogue } from './wrong-catalogue.ts'

/** Faults that any field can have. */
export const wrongFields: readonly WrongCatalogue[] = [
  wrong(
    'a field is misspelt',
    service('webdiv'),
    ['mustBeGiven', 'mustBegiven'],
    at('mustBegiven', 'correct its spelling'),
    at('- code: webdiv', '“mustBeGiven” is missing: add it'),
  ),
  wrong(
    'a field is missing',
    service('webdiv'),
    ['  openedBy: authorisation\n', ''],
    at('- code: webdiv', '“openedBy” is missing: add it'),
  ),
  wrong(
    'a language is missing',
    domain('mobility'),
    [' de: Mobilität,', ''],
    at('name:', 'the text in “de” is missing'),
  ),
  wrong(
    'a language is not known',
    domain('mobility'),
    ['de: Mobilität,', 'de: Mobilität, es: Movilidad,'],
    at('es:', '“es” is not known here'),
  ),
  wrong('a text is empty', domain('mobility'), ['de: Mobilität', "de: ''"], at("de: ''", 'is empty: write the text')),
  wrong(
    'a text begins with a space',
    domain('mobility'),
    ['de: Mobilität', "de: ' Mobilität'"],
    at(' de:', 'begins or ends with a space: remove it'),
  ),
  wrong(
    'a text holds an invisible character',
    domain('mobility'),
    ['de: Mobilität', 'de: "Mobi\\u202elität"'],
    at(' de:', 'invisible character: remove it'),
  ),
  wrong(
    'a text is too long',
    domain('mobility'),
    ['de: Mobilität', `de: ${'Mobilität'.repeat(20)}`],
    at(' de:', 'longer than 120 characters: shorten it'),
  ),
  wrong(
    'a text is a number',
    domain('mobility'),
    ['de: Mobilität', 'de: 2026'],
    at('de: 2026', 'in quotes when it looks like a number'),
  ),
  wrong(
    'a text is a list',
    domain('mobility'),
    ['de: Mobilität', 'de: [Mobilität]'],
    at('de: [', 'is a list: write a text'),
  ),
  wrong(
    'a text has no value',
    domain('mobility'),
    ['de: Mobilität', 'de: null'],
    at('de: null', '“de” is empty: write a text'),
  ),
  wrong(
    'a name is one text for all languages',
    domain('mobility'),
    ['name: { nl: Mobiliteit, fr: Mobilité, de: Mobilität, en: Mobility }', 'name: Mobility'],
    at('name: Mobility', 'write fields, one a line, under it'),
  ),
  wrong(
    'yes stands for true',
    domain('mobility'),
    ['opensByDefault: false', 'opensByDefault: yes'],
    at('opensByDefault', 'write true or false'),
  ),
  wrong(
    'a list is a text',
    capacity('vehicle-professional'),
    ['services: [webdiv]', 'services: webdiv'],
    at('services:', 'write a list'),
  ),
  wrong(
    'a list names something twice',
    capacity('vehicle-professional'),
    ['[webdiv]', '[webdiv, webdiv]'],
    at('services:', 'names something twice: keep one'),
  ),
  wrong(
    'a code has capitals',
    ['keys.yaml', 'mygov'],
    ['code: mygov', 'code: MyGov'],
    at('code: MyGov', 'use small letters, digits and single hyphens', { entry: 'itsme' }),
  ),
  wrong(
    'a code is too long',
    ['keys.yaml', 'mygov'],
    ['code: mygov', `code: ${'mygov-'.repeat(12)}be`],
    at('code: mygov-', 'longer than 60 characters: shorten it', { entry: 'itsme' }),
  ),
  wrong(
    'a code is there twice',
    domain('mobility'),
    ['- code: mobility', '- code: finance'],
    at('- code: finance\n  name: { nl: Mobiliteit', 'there twice: remove one', { entry: 'social-security' }),
    ...['vehicle-professional', 'road-carrier', 'drone-operator'].map((entry) =>
      at('domain:', '“mobility” is no domain here', { file: 'capacities.yaml', entry }),
    ),
    ...['webdiv', 'digitach', 'drone-portal'].map((entry) =>
      at('domain:', '“mobility” is no domain here', { file: 'services.yaml', entry }),
    ),
  ),
  wrong('a level is not in the list', service('dimona'), ['level: 400', 'level: 350'], at('level:', 'choose 100, 200')),
  wrong(
    'a choice is not in the list',
    service('dimona'),
    ['openedBy: authorisation', 'openedBy: key'],
    at('openedBy', 'choose authorisation, role, either'),
  ),
  wrong(
    'an address is not https',
    service('webdiv'),
    ['url: https', 'url: http'],
    at('url:', 'write https://… in full'),
  ),
  wrong(
    'the other system has no address',
    service('klip'),
    ['    url: https://gebruikersbeheer.vlaanderen.be\n', ''],
    at('grantedIn', 'write here, or system (four languages) and url'),
  ),
  wrong(
    'an end is no day',
    service('webdiv'),
    ['grantedIn: here', 'grantedIn: here\n  until: 2027-02-30'],
    at('until', 'is no day: write year, month and day'),
  ),
  wrong(
    'an end is written the Belgian way',
    service('webdiv'),
    ['grantedIn: here', 'grantedIn: here\n  until: 31/12/2027'],
    at('until', 'such as 2027-12-31'),
  ),
  wrong(
    'an office would end',
    office('group-manager'),
    ['grounds: []', 'grounds: []\n  until: 2027-12-31'],
    at('until', '“until” is not known here'),
  ),
]
