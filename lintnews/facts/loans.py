"""Foreign words that news English uses as its own.

Written by hand from the general vocabulary of the news (food, arts, sport, law, religion, money): no list of
others was copied. Only words that the word table would take for foreign or does not know are kept.
"""

from __future__ import annotations

#: Case-folded words, parts of longer loans included ("état" of "coup d’état", "jaunes" of "gilets jaunes"),
#: and abbreviations of scores and sums that look foreign ("og", "mln").
LOANS = frozenset(
    """
    abitur abuelas achar adat agong aguardiente ají albóndigas alcaldesa alguacil allemansrätten
    angklung ankara anschluss aperitivi aperitivo aperçu apfel apparat appassionata apéritif apéro arepa
    arepas arrivée arrondissements arti asado asador asli aso aszú atomausstieg attiéké aufklärung
    auslese ausländer autobahnen autodefensas avenida axé ayran azulejo azulejos azzurri azzurro açaí
    bacalao bacalhau baccalauréat baci baile baju bak bakkie bakso balti balut banda bande bandes banga
    bangka banjar banku banlieues banya barangay basti bastide bayan bayanihan bağlama becak bentō
    bergerie bersaglieri bianconeri bidon bidons biergarten bindi bistecca blancos blaugrana bleus boda
    boda-boda boda-bodas bodas bodega bodhrán bolívar bolívares bonjour borgo bossa bottega botteghe bouchon
    bouchons boulangerie bravas brennivín brezel brigadeiro brik brocante brunost bula bumiputera bunad
    bundesliga bundesrat bundestag bundeswehr burkini bylina bánh bêtise börek bún bürgermeister
    caatinga cacerolazo cachaça caipira caipirinha calcio campesina canai candomblé capi capitaine
    carabinieri cariocas carnaval catégorie caudillos cavaliere ceilidhs ceja cendol centrão cerrado
    cerros cerveza charrería chavismo chavista chavistas che chocolat churrascaria churrasco churrería
    chuño chévere cinéma cité cités clásico coeur cojones colectivo colectivos collège colomba colón
    comandante comuna comunas concours congé consigliere contrada contrade contrapposto correísmo
    correísta corrido corridos couloirs criolla croquetas crêpe crêpes csikós csárdás cucina culés
    cumbia cupuaçu currywurst curva cuvée cuvées cèilidh céilí d'appui d'estime d'hôte d'identité
    d'élégance d'état d'être d'œuvre dalang dangdut danke dansant dansband danzón dato datuk davul deel
    dell'arte denar dershane desaparecido desaparecidos dessinée dessinées directeur doi doina dolma
    dolmuş domestique domestiques doppel dorp dorée dosa droëwors drôle dugnad duka dulce dzong débâcle
    découpage dégagé démarche dénouement départ döner eduskunta ejido elftal emiri encomienda
    energiewende entrepôt erinnerungskultur exposé fach fale familias fasching favelas feierabend
    feijoada ferrata fika fiorentina fiqh firman flagrante flamme flic flics flâneur flâneurs folkeskole
    folketing fono forró foudre fredagsmys freier frevo friluftsliv frites fromage fromagerie fräulein
    fräuleins fuero fura fussball futbol fáilte föhn fútbol führer führerprinzip gado gado-gado galette
    galettes gali galáctico galácticos garam garimpo garrigues gastarbeiter gasthaus gattopardo
    gauchiste gaúcho gaúchos gecekondu gelati gelato gele geländesprung gemütlich gemütlichkeit ger geta
    gezellig giallorossi gilet gilets glatt glögg glühwein gmina gojek goji golpista gordita goreng
    gotong gracias grazie grimpeur groszy grundgesetz gruppetto guanciale guaraná guaraní guaraníes
    guardia guerrillero guerrilleros gulyás gymnasien gákti gâteau gâteaux gîte gîtes götterdämmerung
    gözleme haar habal-habal hajduk haka halay halcones halcón hamam hangi hapū haram hauptbahnhof
    hauptschule havan heimat hijrah hoca hochdeutsch hola huelga huevos hundi hygge hytte hytter hákarl
    højskole hāngī iftar ikat imoni indígena ingénu iskender izba jamu jamón jaune jaunes jeepney jefes
    jeitinho jenever jeunesse ji joulupukki jua juku juryo jólabókaflóð kababayan kafana kaffee kalo
    kalsarikännit kampung kanun kanzler kapa kar karneval kaumātua kaya kebap kebaya kererū keris khayal
    kiełbasa kirana kirchnerismo kirchnerista kisan kita kitas kneipe knäckebröd knödel kompa konak kopi
    kora koselig kotel krai krama kretek kreyòl krieg krokodil kräftskiva kugel kulit kultur kumis
    kungfu kurtas kurung kuruş kurzarbeit kut kvas kyai képi köfte kölsch köttbullar künstlerroman
    kürtőskalács kōkako kōrero lagom lahmacun laide laksa landeshauptmann landtag langar langlauf
    lanterne lapa lardons lassi latifúndio laïcité leberkäse leberwurst leche lechon lekker lemak leva
    levée lokum lomi lomo lorong lucha luchador luchadora luchadores lugaw luminoso lumpia lungomare lwa
    lycée lycéens lycées lángos länder lèse löyly løgting macchiato machtergreifung machtübernahme
    madres madrileños mafé maglia mairie majesté majlis makan malam malandro malavita malecón malo mandi
    manju mannschaft mapo marillenknödel marinière marja martabak masqué mauka medrese mee mehr meke
    melaka mensalão menudo merci merde merdeka merienda meyhane meze mezze midsommar mie milonga mineiro
    mitbestimmung mittelstand mlrd moko monaka mortadella mossos moules movida muhtar musikverein muti
    mämmi mélange métis métro mămăligă namaz narcotraficante nargile nasi natto naïf ndolé nerazzurri
    nikah nonna nonno nordestino nori norteña norteño nouveaux novelas nyonya négligé oba og ojek okrug
    oleh omertà omusubi onigiri oranje orixás ossi ossis osteria ouvert paan palapa palazzina palio
    palmarès pancasila pancetta pancit pandan pandilla pandillas pandilleros pani panino papatūānuku
    paramilitares parcours pasalubong passata passeggiata pastilla pastéis patatas patria paulista
    paulistano paulistas paya pencak pentiti pentito peranakan peronismo peronista pesantren petista
    peña peón pfand pfeffernüsse phở pici pide pierogi pils pipa piqué piri piri-piri pissaladière
    pizzaiolo pièce piña plata platteland plaît plié plomo poda-poda poena pogácsa poitín pokal
    polkovnik ponche ponga porra porteño porteños pousada pousadas poutine powiat prata preman primi
    procès-verbal pronunciamiento préfecture préfet puja pulquería puna puszta pálinka páramo pâtisserie
    pâtisseries pâtissier pâté périphérique pétanque pörkölt pølse pāua pōhutukawa pōwhiri quartier
    quartiers queso quilombo quilombola quilombolas quilombos quinceañera quinceañeras quinta quintas
    québécois québécoise rabi raclette rada raggare ragoût raion raisonné rakı rallye rapée rastas
    rathaus ratu ratus ravissant reais realschule reformasi regista reichsbürger rendang rentrée
    retornado revanche rezident riad riester rifugi rifugio riksdag rillettes ripieno rodízio rojak
    rojiblanco roko rossoneri roti rouille royong rucola réchauffé répertoire répondez résistance réttir
    rôti rösti rødgrød sabi sagra salo saltado salteña salteñas sambódromo sangría sanitaire sant santri
    sants sapa sape sapeurs sassi saucisse saucisson scandale schloss schuldenbremse schwarz scudetti
    scudetto scène secondi secrétaire securitate sefa sejm sekt selecção seleçao seleção sema semla
    sendero sepak sertaneja sertanejo sertão sewa señor señora señorita shiso sicarios sich silat simit
    sinigang sisu skyr sláinte smørrebrød snus soltys songket songkok sopka spargel spitzenkandidat
    spitzenkandidaten sportif spumante späti spätis spätlese spätzle spécialité staatsräson stammtisch
    starosta stollen stolperstein stolpersteine storting succès sultanah surströmming suya svíčková
    szlachta sârmale séracs tabac tacacá takraw talibé talibés tallit tangentopoli tapu tarik tasca
    tavla technik teh tej tekke telenovela telenovelas tendresse tengku terroir tertulia thiéboudienne
    thé tifosi tifoso tiramisù tokaji toman torta tortas torwart tostadas tracht trachten traghetto
    trapos trdelník trequartista tricolore trottoir trouvaille trouvé tsukudani tulku tunku tánaiste
    táncház tāne ugali uji ukaz umbanda umrah unicum untermensch utan utang vada vadas vaka vallenato
    vaterland velouté vendange veni verein vergangenheitsbewältigung vinho vodou voivod vongole
    vorsprung vélodrome völkisch wahlkreis wali walis warung wayang weihnachtsmarkt weisswurst
    weltpolitik wende werken whānau wilaya willkommenskultur wirtschaftswunder wunderbar wushu yokan
    yuca yörük zeitung zeybek zila zuppa zurna zut zócalo złoty złotych áo écoles émincé éminence
    énarque énarques époque étang étangs évolué öre øre über übermensch þorrablót ćevapi čevapi œuvre
    šljivovica żurek țuică
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
