"""Foreign words that news English uses as its own.

Written by hand from the general vocabulary of the news (food, arts, sport, law, religion, money): no list of
others was copied. Only words that the word table would take for foreign or does not know are kept.
"""

from __future__ import annotations

#: Case-folded words, parts of longer loans included ("état" of "coup d’état", "jaunes" of "gilets jaunes"),
#: and abbreviations of scores and sums that look foreign ("og", "mln").
LOANS = frozenset(
    """
    aguardiente albóndigas allemansrätten angklung ankara anschluss aperçu apfel apparat appassionata
    arepa arepas arrivée arrondissements asado asli aso atomausstieg aufklärung ausländer autobahnen
    avenida ayran azzurri azzurro bacalao bacalhau bakkie banlieues banya barangay becak bentō
    bersaglieri bianconeri biergarten blancos blaugrana bleus boda bodas bolívar bolívares bonjour bossa
    bravas brennivín bumiputera bundesliga bundesrat bundestag bundeswehr bylina bánh bêtise börek
    cacerolazo cachaça caipirinha calcio canai capi capitaine carabinieri cariocas carnaval catégorie
    cerveza che chocolat churrasco churrería chévere cinéma clásico coeur cojones colón comandante
    concours congé consigliere contrapposto croquetas crêpe crêpes culés cumbia currywurst d'appui
    d'estime d'hôte d'identité d'élégance d'état d'être d'œuvre danke dansant datuk dell'arte denar
    desaparecido desaparecidos directeur dolma domestique domestiques doppel dorée dosa drôle duka dulce
    débâcle découpage dégagé démarche dénouement départ döner ejido elftal encomienda energiewende
    entrepôt exposé familias favelas feijoada fika fiqh flagrante flamme flâneur flâneurs foudre frites
    fromage fräulein fräuleins fura futbol föhn fútbol führer führerprinzip gado galáctico galácticos
    garam gastarbeiter gasthaus gattopardo gelati gelato gele gemütlich gemütlichkeit gezellig
    giallorossi gilet gilets glögg glühwein goreng gracias grazie grimpeur groszy grundgesetz gruppetto
    guaraní guardia guerrillero guerrilleros gulyás gâteau gâteaux gîte gîtes götterdämmerung haram
    heimat hijrah hochdeutsch hola huelga huevos hygge hákarl iftar indígena ingénu imoni izba jamón
    jaune jaunes jeepney jefes jenever jeunesse ji jua juku juryo kaffee kampung kanzler kebap kiełbasa
    knäckebröd knödel konak krai krieg kultur kurzarbeit kvas köttbullar lagom lahmacun laide laksa
    landtag lardons lassi leberwurst leche lechon lekker levée lucha luchador luchadores luminoso lumpia
    länder lèse macchiato madrileños maglia majesté majlis malam malavita manju mannschaft mapo
    marinière masqué merci merde merdeka meze mezze mie milonga mitbestimmung mittelstand mlrd monaka
    mortadella mossos moules mélange métis narcotraficante nasi naïf natto nerazzurri nikah nori
    nouveaux novelas négligé og okrug omusubi onigiri oranje ossi ossis ouvert paan palapa palmarès
    pancetta pancit panino parcours passata pastéis patatas patria paulista paulistas pencak pentiti
    pentito peña peón phở pide pierogi piqué piri pizzaiolo pièce piña plata plaît plié plomo poena
    pokal ponche porra porteño porteños poutine procès-verbal pronunciamiento puja pálinka pâtisserie
    pâtissier pâté queso quinceañera quinceañeras québécois québécoise raclette rada ragoût raion
    raisonné rakı rallye rapée rathaus ravissant reais realschule regista reichsbürger rendang revanche
    rezident riad rillettes ripieno rojiblanco rossoneri roti rucola réchauffé répertoire répondez
    résistance rôti rösti sabi salo sangría sanitaire saucisson scandale schloss schuldenbremse schwarz
    scudetti scudetto scène secrétaire selecção seleçao seleção semla sendero sepak sertão señor señora
    señorita shiso sicarios silat simit sinigang skyr smørrebrød sportif spumante spätzle spécialité
    stollen stolperstein stolpersteine succès surströmming suya takraw tallit tangentopoli technik teh
    telenovela telenovelas tendresse terroir thé tifosi tifoso tiramisù tracht trachten trequartista
    tricolore trottoir trouvaille trouvé tánaiste tsukudani ugali ukaz umrah untermensch vaterland
    velouté vendange veni verein vinho vongole vorsprung vélodrome völkisch wahlkreis warung wayang
    weisswurst weltpolitik wende wilaya willkommenskultur wirtschaftswunder wunderbar wushu yokan
    zeitung zuppa zut zócalo złoty áo émincé éminence époque öre øre über übermensch ćevapi čevapi œuvre
    šljivovica żurek
    """.split()
)

#: Whole loans of words that alone would be residue; blanks stand for hyphens too.
LOAN_PHRASES = (
    "après ski", "avant garde", "avant la lettre", "bonne bouche", "che sarà sarà", "cosa nostra",
    "coup de grâce", "cri de coeur", "cri de cœur", "danse macabre", "dernier cri", "droit de seigneur",
    "droit du seigneur", "en avant", "grande dame", "hasta la vista", "hasta la victoria", "haut monde",
    "haute école", "idée fixe", "idées fixes", "je ne sais quoi", "mot juste", "neue sachlichkeit",
    "notre dame", "nouvelle cuisine", "nouvelle vague", "nueva canción", "pied à terre",
    "pieds à terre", "plus ça change", "prime donne", "sans culotte", "sans frontières",
    "savoir faire", "savoir vivre",
    "sturm und drang", "tant mieux", "tant pis", "tout court", "tout le monde", "veni vidi vici",
    "vorsprung durch technik", "zut alors",
)  # fmt: skip
