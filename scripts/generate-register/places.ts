import type { Dice } from './chance.ts'
import type { Address } from './entry.ts'
import { streets, ways, type Tongue } from './words.ts'

/** V Flemish, W Walloon, B Brussels (both languages), D German-speaking. */
type Region = 'V' | 'W' | 'B' | 'D'
export type Place = { zip: string; nl: string; fr: string; region: Region; tongue: Tongue }

/** Postal code, Dutch name, French name, region, weight: municipalities in one language are written alike in both columns. */
const places: readonly (readonly [Place, number])[] = `
1000 Brussel=Bruxelles B 5;1020 Brussel=Bruxelles B 2;1030 Schaarbeek=Schaerbeek B 3;1040 Etterbeek B 2;1050 Elsene=Ixelles B 4;1060 Sint-Gillis=Saint-Gilles B 2
1070 Anderlecht B 3;1080 Sint-Jans-Molenbeek=Molenbeek-Saint-Jean B 2;1081 Koekelberg B 1;1083 Ganshoren B 1;1090 Jette B 1;1140 Evere B 1
1150 Sint-Pieters-Woluwe=Woluwe-Saint-Pierre B 2;1160 Oudergem=Auderghem B 1;1170 Watermaal-Bosvoorde=Watermael-Boitsfort B 1;1180 Ukkel=Uccle B 4;1190 Vorst=Forest B 1
1200 Sint-Lambrechts-Woluwe=Woluwe-Saint-Lambert B 2;1210 Sint-Joost-ten-Node=Saint-Josse-ten-Noode B 1
1500 Halle V 2;1600 Sint-Pieters-Leeuw V 1;1730 Asse V 1;1800 Vilvoorde V 2;1850 Grimbergen V 1;1930 Zaventem V 1
2000 Antwerpen V 6;2018 Antwerpen V 4;2060 Antwerpen V 2;2100 Deurne V 2;2200 Herentals V 1;2300 Turnhout V 3;2400 Mol V 1;2440 Geel V 1;2500 Lier V 1
2600 Berchem V 1;2800 Mechelen V 3;2850 Boom V 1;2900 Schoten V 1;2930 Brasschaat V 2;3000 Leuven V 4;3200 Aarschot V 1;3290 Diest V 1;3300 Tienen V 1
3500 Hasselt V 3;3600 Genk V 2;3700 Tongeren V 1;3800 Sint-Truiden V 1;3900 Pelt V 1;8000 Brugge V 4;8200 Brugge V 1;8400 Oostende V 3
8500 Kortrijk V 3;8630 Veurne V 1;8790 Waregem V 1;8800 Roeselare V 3;8870 Izegem V 1;8900 Ieper V 1;9000 Gent V 6;9050 Gentbrugge V 1
9100 Sint-Niklaas V 3;9160 Lokeren V 1;9200 Dendermonde V 2;9300 Aalst V 3;9500 Geraardsbergen V 1;9600 Ronse V 1;9700 Oudenaarde V 1;9900 Eeklo V 1
1300 Wavre W 2;1340 Ottignies-Louvain-la-Neuve W 2;1400 Nivelles W 2;1410 Waterloo W 2;1420 Braine-l'Alleud W 2;1480 Tubize W 1
4000 Liège W 5;4020 Liège W 2;4040 Herstal W 1;4100 Seraing W 1;4300 Waremme W 1;4500 Huy W 1;4600 Visé W 1;4800 Verviers W 2;4900 Spa W 1
4960 Malmedy W 1;5000 Namur W 4;5030 Gembloux W 1;5300 Andenne W 1;5500 Dinant W 1;5590 Ciney W 1;6000 Charleroi W 4;6200 Châtelet W 1
6600 Bastogne W 1;6700 Arlon W 1;6900 Marche-en-Famenne W 1;7000 Mons W 3;7060 Soignies W 1;7100 La~Louvière W 2;7300 Boussu W 1;7500 Tournai W 3;7700 Mouscron W 2
7800 Ath W 1;4700 Eupen D 2;4720 Kelmis D 1;4730 Raeren D 1;4750 Bütgenbach D 1;4760 Büllingen D 1;4770 Amel D 1;4780 Sankt~Vith D 1;4790 Burg-Reuland D 1`
  .split(/[;\n]/)
  .filter(Boolean)
  .map((text) => {
    const [zip = '', names = '', region = 'V', weight = '1'] = text.split(' ')
    const [nl = '', fr = nl] = names.replaceAll('~', ' ').split('=')
    const tongue = ({ V: 'nl', W: 'fr', B: 'fr', D: 'de' } as const)[region as Region]
    return [{ zip, nl, fr, region: region as Region, tongue }, Number(weight)] as const
  })
const byWeight: readonly Place[] = places.flatMap(([place, weight]) => Array.from({ length: weight }, () => place))

/** A municipality; in Brussels the language of whoever settles there is thrown, two in three French. */
export function placeFor(dice: Dice): Place {
  const place = dice.pick(byWeight)
  return place.region === 'B' && dice.chance(0.35) ? { ...place, tongue: 'nl' } : place
}

type Street = { nl: string; fr: string }

function streetIn(place: Place, dice: Dice): Street {
  const [dutch = '', french = '', german = ''] = dice.pick(streets)
  const [dutchWay = '', frenchWay = '', germanWay = ''] = dice.pick(ways)
  const nl = `${dutch}${dutchWay}`
  const fr = `${frenchWay} ${french}`
  const de = `${german}${germanWay}`
  if (place.region === 'B') return { nl, fr }
  const own = { nl, fr, de }[place.tongue]
  return { nl: own, fr: own }
}

const extras = [
  'Blok A',
  'Blok C',
  'Résidence du Parc',
  'Industriezone 3',
  'Zoning Nord',
  'Bâtiment B',
  'Toren 2',
  'Gebäude 4',
]

/** An address in Belgium: the country stays empty, as the register leaves it. */
export function addressIn(place: Place, type: string, dice: Dice): Address {
  const street = streetIn(place, dice)
  const letter = dice.chance(0.06) ? dice.pick(['A', 'B', 'C', 'bis']) : ''
  const box = dice.chance(0.12) ? dice.pick(['1', '2', '3', '4', '11', '21', 'A', 'b001', '0101', '101']) : ''
  return {
    type,
    country: { nl: '', fr: '' },
    zip: place.zip,
    municipality: { nl: place.nl, fr: place.fr },
    street,
    houseNumber: `${dice.between(1, 240)}${letter}`,
    box,
    extra: dice.chance(0.02) ? dice.pick(extras) : '',
    struckOff: null,
  }
}

const abroad = [
  ['Nederland', 'Pays-Bas', '3011 AB', 'Rotterdam', 'Havenweg'],
  ['Nederland', 'Pays-Bas', '5611 CD', 'Eindhoven', 'Marktstraat'],
  ['Frankrijk', 'France', '59000', 'Lille', 'Rue du Marché'],
  ['Frankrijk', 'France', '51100', 'Reims', 'Avenue de la Gare'],
  ['Duitsland (Bondsrep.)', 'Allemagne (Rép.féd.)', '50667', 'Köln', 'Bahnhofstraße'],
  ['Duitsland (Bondsrep.)', 'Allemagne (Rép.féd.)', '52062', 'Aachen', 'Marktplatz'],
  ['Luxemburg (Groot-Hertogdom)', 'Luxembourg (Grand-Duché)', '1611', 'Luxembourg', 'Rue de la Chapelle'],
  ['Verenigd Koninkrijk', 'Royaume-Uni', '', 'Leeds', 'Station Road'],
  ['Italië', 'Italie', '20121', 'Milano', 'Via del Mercato'],
  ['Verenigde Staten van Amerika', "États-Unis d'Amérique", '', 'Wilmington, Delaware', 'Market Street 1200'],
] as const

/** The seat of a foreign enterprise: postal code and house number are often missing there. */
export function addressAbroad(dice: Dice): Address {
  const [nl, fr, zip, town, street] = dice.pick(abroad)
  return {
    type: 'REGO',
    country: { nl, fr },
    zip,
    municipality: { nl: town, fr: town },
    street: { nl: street, fr: street },
    houseNumber: dice.chance(0.8) ? String(dice.between(1, 300)) : '',
    box: '',
    extra: '',
    struckOff: null,
  }
}
