import { at, wrong, type WrongCatalogue } from './wrong-catalogue.ts'

const list = 'guide/en/pictures.yaml'
const preview = 'guide/en/create-user-preview.png'
const itsLine = { file: list }
const line = '- step: create-user\n  moment: preview'

/** Faults of the guide's pictures and of their lists. */
export const wrongPictures: readonly WrongCatalogue[] = [
  wrong('a list of pictures is missing', [list], [null, null], at(1, 'is missing: renew')),
  wrong('a list of pictures is none', [list], [null, 'step: create-user\n'], at(1, 'holds no list')),
  wrong('a picture is missing', [preview], [null, null], at(line, `${preview} is missing`, itsLine)),
  wrong('a picture is none', [preview], [null, '<svg>'], at(line, 'is no PNG', itsLine)),
  wrong(
    'a picture is too large',
    [preview],
    [null, 'x'.repeat(100 * 1024 + 1)],
    at(line, 'show less of the page', itsLine),
  ),
  wrong('a picture is in no list', ['guide/en/more.png'], [null, 'PNG'], at(1, 'is in no list: remove it')),
  wrong(
    'a picture is listed twice',
    [list],
    ['give-service\n  moment: page', 'create-user\n  moment: preview # again'],
    at(`${line} # again`, 'is listed twice'),
  ),
  wrong(
    'a picture has another size',
    [list],
    [/(?<=create-user\n {2}moment: preview\n {2}title: .*\n {2}text: .*\n {2}width: )\d+/, '999'],
    at(line, 'and not 999 ×'),
  ),
  wrong(
    'a picture is of no known moment',
    [list],
    ['create-user\n  moment: preview', 'create-user\n  moment: later'],
    at('- step: create-user\n  moment: later', 'moment: '),
  ),
  wrong(
    'a step has a path for a name',
    [list],
    ['step: create-user\n  moment: preview', 'step: ../create-user\n  moment: preview'],
    at('- step: ../create-user', 'step: '),
  ),
  wrong('pictures are in no language', ['guide/it'], [null, ''], at(1, 'is no language')),
]
