/** Own lists: names, trades and streets are common words of the country, put together by chance. Nobody is meant. */
const listOf = (text: string): readonly string[] =>
  text
    .split(/[,\n]/)
    .map((word) => word.trim())
    .filter(Boolean)

/** Columns that stand for the same thing in Dutch, French and German, a line each. */
const rowsOf = (text: string): readonly (readonly string[])[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => line.split('|').map((cell) => cell.trim()))

export type Tongue = 'nl' | 'fr' | 'de'

export const familyNames: Readonly<Record<Tongue, readonly string[]>> = {
  nl: listOf(`
    Peeters, Janssens, Maes, Jacobs, Mertens, Willems, Claes, Goossens, Wouters, De Smet, Vermeulen, Pauwels, Hermans, Aerts, Michiels, Martens,
    De Backer, Smets, Claeys, Hendrickx, Van Damme, De Clercq, Segers, Bogaert, Coppens, Desmet, Verhoeven, Stevens, Baert, Lenaerts, Thys, Bauwens,
    Cools, Vandenberghe, De Wilde, Verstraete, Van den Bossche, Nijs, Moens, Lemmens, Devos, Wauters, Verbeke, Christiaens, Cornelis, Verlinden,
    Geerts, Declercq, Timmermans, Beckers, Vervoort, Sels, De Cock, Boone, Van Hove, Vercammen, Vanhoutte, Lauwers, Delaere, Rombouts, Van Acker,
    Gielen, Ceulemans, Bosmans, Van de Velde, Haesen, Vranken, Reynders, Laenen, Torfs, Verschueren, De Ridder, Van Gool, Nuyts, Dewulf, Blomme,
    Crauwels, Huybrechts, Ooms, Verheyen, Raes, Wyns, Saelens, Debruyne, Vanneste, Hoste, Tack, Callewaert, Demeyer, Goethals, Lievens, Roels,
    Tytgat, Vercruysse, Wittevrongel, Schepens, Staelens, Mortier, Braem, Uyttersprot, Van Loock, Kerkhofs`),
  fr: listOf(`
    Dubois, Lambert, Dupont, Martin, Simon, Laurent, Denis, Renard, Leclercq, Lejeune, Dumont, François, Gérard, Collard, Henry, Mathieu, Thiry,
    Noël, Fontaine, Delvaux, Marchal, Bastin, Evrard, Hubert, Leroy, Delhaye, Collin, Adam, Louis, Charlier, Lefebvre, Gillet, Wathelet, Pirotte,
    Jadot, Pirard, Legrand, Colson, Servais, Lecomte, Rousseau, Masson, Toussaint, Dethier, Gilson, Libert, Gillard, Bodart, Cuvelier, Demoulin,
    Gaspard, Hardy, Humblet, Jacquemin, Lacroix, Lebrun, Lemaire, Mahieu, Marlier, Ninane, Piette, Poncelet, Quinet, Remy, Sacré, Tilmant,
    Urbain, Vincent, Wilmart, Yernaux, Bertrand, Baudoux, Carlier, Debatty, Delcourt, Dessart, Fievet, Georges, Hanot, Istasse, Jamar, Kaisin,
    Lardinois, Mercenier, Nollet, Orban, Paquot, Roland, Stassart, Thonon, Vandeputte, Warnant, Bouillon, Crespin, Defays, Etienne, Flament`),
  de: listOf(`
    Schmitz, Müller, Heinen, Kohnen, Niessen, Radermacher, Schumacher, Jost, Lentz, Meyer, Theissen, Wiesemes, Hilgers, Kirch, Pauels, Reuter,
    Backes, Cremer, Dries, Fank, Genten, Henkes, Ibeling, Jousten, Keutgen, Laschet, Mertes, Nyssen, Offermann, Palm, Rauw, Servaty, Thönnissen,
    Velz, Weynand, Zimmermann, Brüll, Collas, Emonts, Gillessen`),
}

export const givenNames: Readonly<Record<Tongue, readonly string[]>> = {
  nl: listOf(`
    Jan, Pieter, Tom, Bart, Wim, Luc, Koen, Dirk, Geert, Stijn, Kristof, Jeroen, Bram, Wout, Ruben, Lars, Jef, Seppe, Arne, Joris, Griet, An, Els,
    Katrien, Lies, Sofie, Annelies, Hilde, Leen, Tine, Eva, Hanne, Marijke, Ilse, Veerle, Nele, Lotte, Femke, Elke, Greet, Maarten, Hendrik, Tinne`),
  fr: listOf(`
    Jean, Pierre, Michel, Philippe, Luc, Alain, Benoît, Olivier, Thierry, Vincent, Nicolas, Julien, Maxime, Antoine, Hugo, Louis, Arnaud, Cédric,
    Marie, Anne, Isabelle, Nathalie, Sophie, Catherine, Valérie, Céline, Julie, Aurélie, Camille, Émilie, Chloé, Manon, Élise, Bénédicte, Françoise,
    Geneviève, Yasmine, Fatima, Mehdi, Karim, Amélie, Gaëtan`),
  de: listOf(`
    Hans, Karl, Klaus, Günter, Ralf, Dieter, Stefan, Markus, Thomas, Jürgen, Anna, Petra, Monika, Sabine, Heike, Ursula, Birgit, Katharina, Jana,
    Lena, Erik, Sven, Manfred, Gisela`),
}

/** What enterprises do: before or after a family name. */
export const trades = rowsOf(`
  Bakkerij | Boulangerie | Bäckerei
  Slagerij | Boucherie | Metzgerei
  Garage | Garage | Autohaus
  Apotheek | Pharmacie | Apotheke
  Drukkerij | Imprimerie | Druckerei
  Schrijnwerkerij | Menuiserie | Schreinerei
  Dakwerken | Toitures | Bedachungen
  Tuinaanleg | Jardins | Gartenbau
  Schilderwerken | Peintures | Malerbetrieb
  Elektriciteit | Électricité | Elektro
  Loodgieterij | Plomberie | Sanitär
  Transport | Transports | Transporte
  Bouwbedrijf | Constructions | Bauunternehmen
  Notariskantoor | Étude notariale | Notariat
  Advocatenkantoor | Cabinet d'avocats | Anwaltskanzlei
  Boekhouding | Comptabilité | Buchhaltung
  Verzekeringen | Assurances | Versicherungen
  Immobiliën | Immobilière | Immobilien
  Kapsalon | Salon de coiffure | Friseursalon
  Brouwerij | Brasserie | Brauerei
  Traiteur | Traiteur | Partyservice
  Drogisterij | Droguerie | Drogerie
  Boekhandel | Librairie | Buchhandlung
  Bloemen | Fleurs | Blumen
  Optiek | Optique | Optik
  Juwelen | Bijouterie | Schmuck
  Textiel | Textiles | Textilien
  Keukens | Cuisines | Küchen
  Metaalwerken | Métallerie | Metallbau
  Landbouwbedrijf | Ferme | Landwirtschaft
  Houthandel | Bois | Holzhandel
  Wijnhandel | Vins | Weinhandlung
  Reisbureau | Voyages | Reisebüro
  Rusthuis | Maison de repos | Seniorenheim
  Dierenarts | Clinique vétérinaire | Tierarztpraxis
  Tandartspraktijk | Cabinet dentaire | Zahnarztpraxis
  Kinesitherapie | Kinésithérapie | Physiotherapie
  Architectenbureau | Bureau d'architecture | Architekturbüro
  Studiebureau | Bureau d'études | Ingenieurbüro
  Informatica | Informatique | Informatik
  Schoonmaak | Nettoyage | Reinigung
  Rijschool | Auto-école | Fahrschule
  Fietsen | Cycles | Fahrräder
  Meubelen | Meubles | Möbel
  Kinderopvang | Crèche | Kinderkrippe`)

/** Associations. */
export const aims = rowsOf(`
  Vrienden van | Les amis de | Freunde von
  Harmonie van | Harmonie de | Musikverein
  Sportclub | Club sportif de | Sportverein
  Heemkring van | Cercle d'histoire de | Geschichtsverein
  Jeugdhuis van | Maison de jeunes de | Jugendheim
  Wandelclub van | Club de marche de | Wanderclub
  Toneelkring van | Troupe théâtrale de | Theatergruppe
  Oudercomité van | Comité de parents de | Elternrat
  Wijkcomité van | Comité de quartier de | Viertelverein
  Zwemclub van | Club de natation de | Schwimmverein
  Natuurgroep van | Groupe nature de | Naturfreunde
  Koor van | Chorale de | Chor`)

/** Public bodies. */
export const bodies = rowsOf(`
  Gemeente | Commune de | Gemeinde
  Openbaar Centrum voor Maatschappelijk Welzijn van | Centre public d'action sociale de | Öffentliches Sozialhilfezentrum
  Kerkfabriek van | Fabrique d'église de | Kirchenfabrik
  Intercommunale van | Intercommunale de | Interkommunale
  Politiezone | Zone de police de | Polizeizone
  Hulpverleningszone | Zone de secours de | Hilfeleistungszone`)

/** What an invented name may say of itself. */
export const sectors = rowsOf(`
  Consulting | Consulting | Consulting
  Invest | Invest | Invest
  Projecten | Projets | Projekte
  Beheer | Gestion | Verwaltung
  Diensten | Services | Dienste
  Techniek | Techniques | Technik
  Energie | Énergie | Energie
  Logistiek | Logistique | Logistik
  Ontwikkeling | Développement | Entwicklung
  Holding | Holding | Holding
  Studio | Studio | Studio
  Partners | Partenaires | Partner`)

export const beginnings = listOf(`
  Nova, Alti, Vero, Lumi, Stra, Kora, Tera, Medi, Proxi, Vitra, Omni, Agri, Sola, Brio, Cali, Dyna, Eco, Fila, Gama, Helio, Inno, Jura, Krea, Lino,
  Mosa, Nexi, Opti, Pola, Quadri, Riva, Silva, Tempo, Unio, Vela, Xeno, Zeno, Arte, Borea, Cora, Delta`)
export const endings = listOf(`
  tek, line, bel, max, form, plan, data, lux, trans, med, bouw, plus, nova, mat, fin, net, lab, gro, point, mark, via, tis, ris, cor`)

export const people = rowsOf(`
  Gebroeders | Frères | Gebrüder
  & Zonen | & Fils | & Söhne
  & Co | & Cie | & Co
  & Dochter | & Fille | & Tochter`)

export const emblems = rowsOf(`
  De Kroon | La Couronne | Zur Krone
  Het Anker | L'Ancre | Zum Anker
  De Zwaan | Le Cygne | Zum Schwan
  De Gouden Leeuw | Le Lion d'Or | Zum Goldenen Löwen
  De Linde | Le Tilleul | Zur Linde
  De Molen | Le Moulin | Zur Mühle
  Het Hof | La Ferme | Zum Hof
  De Ster | L'Étoile | Zum Stern
  Bij Ons | Chez Nous | Bei Uns
  't Hoekje | Le Petit Coin | Zur Ecke
  De Wissel | Le Relais | Zur Post
  De Halve Maan | La Demi-Lune | Zum Halbmond`)

/** Beginnings of Dutch and German street names, and the same streets in French. */
export const streets = rowsOf(`
  Kerk | de l'Église | Kirch
  Molen | du Moulin | Mühlen
  School | de l'École | Schul
  Station | de la Gare | Bahnhof
  Linden | des Tilleuls | Linden
  Eiken | des Chênes | Eichen
  Berg | de la Montagne | Berg
  Beek | du Ruisseau | Bach
  Bos | du Bois | Wald
  Veld | des Champs | Feld
  Kasteel | du Château | Burg
  Nieuw | Neuve | Neu
  Hoog | Haute | Ober
  Markt | du Marché | Markt
  Kapel | de la Chapelle | Kapellen
  Weide | de la Prairie | Wiesen
  Rozen | des Roses | Rosen
  Vijver | de l'Étang | Teich
  Brug | du Pont | Brücken
  Poort | de la Porte | Tor
  Klooster | du Couvent | Kloster
  Tuin | des Jardins | Garten
  Brouwer | des Brasseurs | Brauer
  Smid | du Forgeron | Schmiede
  Wever | des Tisserands | Weber
  Bakker | des Boulangers | Bäcker
  Vrijheid | de la Liberté | Freiheits
  Vrede | de la Paix | Friedens
  Zon | du Soleil | Sonnen
  Ster | de l'Étoile | Stern
  Haven | du Port | Hafen
  Kanaal | du Canal | Kanal
  Statie | de l'Arrêt | Halte
  Populieren | des Peupliers | Pappel
  Beuken | des Hêtres | Buchen
  Acacia | des Acacias | Akazien`)

/** Kinds of streets: the end of the Dutch and German name, the beginning of the French one. */
export const ways = rowsOf(`
  straat | Rue | straße
  straat | Rue | straße
  laan | Avenue | allee
  weg | Chemin | weg
  steenweg | Chaussée | straße
  plein | Place | platz
  dreef | Drève | weg`)
