/** Words that passwords are made of first, bare of digits and signs; guessing programs begin with these, in every spelling. */
const words =
  `password passwort motdepasse wachtwoord passphrase passwd admin administrator beheerder manager letmein welcome welkom bienvenue
willkommen sunshine princess football voetbal baseball basketball dragon monkey shadow master superman batman starwars pokemon iloveyou
ikhouvanjou ikhouvanu jetaime ichliebedich trustno secret geheim secretaire secretariat changeme nopassword nopass qwerty qwertyuiop azerty
azertyuiop qwertz qwertzuiop asdfgh asdfghjkl qsdfghjklm zxcvbn zxcvbnm wxcvbn mercedes ferrari porsche computer internet samsung google
facebook microsoft windows linkedin whatsapp instagram belgium belgique belgie belgien brussels brussel bruxelles antwerpen gent liege
vlaanderen wallonie anderlecht clubbrugge standard standardliege reddevils rodeduivels diablesrouges chocolate chocolade chocolat summer
winter spring autumn zomer lente herfst automne printemps sommer fruhling herbst january february march april june july august september
october november december januari februari maart juni juli augustus oktober janvier fevrier avril juillet aout septembre octobre novembre
decembre januar februar marz dezember maandag monday freitag vendredi test testing tester demo example voorbeeld exemple beispiel guest
visitor user username gebruiker utilisateur benutzer login signin aanmelden connexion anmelden enterprise onderneming entreprise unternehmen
company bedrijf office bureau kantoor claviger csam itsme access toegang acces zugang correcthorsebatterystaple abc abcd abcde abcdef
abcdefg abcdefgh abcdefghij abcdefghijkl hello hallo bonjour michael jennifer charlie jordan thomas andrea nicole daniel jessica family
famille familie liverpool barcelona realmadrid chelsea arsenal manchester juventus thisisapassword mypassword monmotdepasse mijnwachtwoord
meinpasswort newpassword oldpassword temppassword temporary provisional default blablabla lorem loremipsum whatever forever killer hunter`
    .split(/\s+/)
    .filter((word) => word !== '')

const common: ReadonlySet<string> = new Set(words)

/** How digits and signs stand for letters. */
const meant: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

const bare = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '')

const spelt = (text: string): string => [...text.toLowerCase()].map((sign) => meant[sign] ?? sign).join('')

/** The shortest text of which this one is repetitions: 'abcabcabc' is of 'abc'. */
function unit(text: string): string {
  const at = `${text}${text}`.indexOf(text, 1)
  return at === -1 ? text : text.slice(0, at)
}

const rows = ['0123456789'.repeat(3), 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'azertyuiop', 'qwertzuiop']
const isRun = (text: string): boolean =>
  rows.some((row) => row.includes(text) || [...row].toReversed().join('').includes(text))

/** Whether every word in it is one of the list: 'wachtwoordwelkom' too. Shortest first, so that long inputs stay cheap. */
function isMadeOfWords(text: string): boolean {
  const ends = new Set([0])
  for (let at = 0; at < text.length; at++) {
    if (ends.has(at))
      for (const word of common) if (word !== '' && text.startsWith(word, at)) ends.add(at + word.length)
  }
  return text !== '' && ends.has(text.length)
}

/**
 * P14: whether a password is among those that are guessed first: a word of the list with digits and signs before, between or
 * behind, written with digits for letters, or several of them; one sign or a short piece repeated; a run of the keyboard.
 */
export function isCommon(password: string): boolean {
  const plain = password.normalize('NFKC').toLowerCase().slice(0, 200)
  const piece = unit(plain)
  if (piece.length <= 4 || isRun(piece) || isRun(plain)) return true
  const core = /[a-zà-ÿ].*[a-zà-ÿ]/u.exec(plain)?.[0] ?? ''
  return [plain, core, piece].flatMap((text) => [bare(text), bare(spelt(text))]).some(isMadeOfWords)
}
