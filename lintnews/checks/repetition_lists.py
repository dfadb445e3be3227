"""Word lists that the rules of repetition share."""

from __future__ import annotations

#: Words of grammar; doubled, one of them may go without asking.
FUNCTION_WORDS = frozenset(
    "a an the and or but nor of in on at to for from by with without about into onto over under after "
    "before between through during against among within upon off out up down as than then if while when "
    "where because since until that this these those which who whom whose what how why it its he him his "
    "she her hers they them their theirs we us our ours you your yours i me my mine is are was were be "
    "been being am has have had having do does did will would shall should can could may might must not "
    "no so also just only even both either neither each every there here own s".split()
)
#: Words that begin a clause which may rightly end in itself ("what you see you see").
PRONOUNS = frozenset("i you he she it we they who what".split())
#: Pairs that English makes by right: auxiliary and participle, particle and preposition, and the like.
RIGHTLY_DOUBLED = frozenset(
    "had that her you it this his do in on up out over off so by down through no".split()
)
#: Words that speakers double on purpose.
EMPHATIC = frozenset(
    "very so too really many much more far long old big little great way ever never always no yes "
    "yeah okay ok ha haha hey hi oh ah uh um er well now come go goodbye bye please wait stop hear tut "
    "knock blah la na da hurrah hush win boom bling cha pom yo tom night chop pooh dum aye hubba mahi "
    "ylang peri piri tsk tuk boo clap bang tick ding dong choo beep rah fire help there extra "
    "super quick quite truly deeply".split()
)
#: Given to two meanings: as a second, small-lettered or capitalised copy they are another word ("Will will").
NAMES_THAT_ARE_WORDS = frozenset("will may an us it who do so".split())
#: People, places, bands and things that carry their word twice, and given names that are family names too.
DOUBLED_NAMES = frozenset(
    "lang duran bora sirhan walla pago wagga humbert neville boutros baden talk mister mr galeras tonga "
    "puka jay poto rapa kiri tawi mama papa gigi coco didi zsa cous yoyo tintin bling pizza tsetse aye "
    "hubba chop "
    "abdullah mohamed mohammed muhammad mohammad mahmoud mahmud ahmed ahmad ibrahim hassan hussein "
    "hussain husain ali omar osman abdi yusuf youssef ismail salah said salman khalil jamal mustafa karim "
    "abubakar suleiman sulaiman adam isa musa "
    "xiao bing fang fan ling ming ping yuan yang jing ying qing hong dong ting tian ning long gong shan "
    "shen wang zhang hyang pong kong".split()
)
#: What English joins to itself for emphasis or by idiom.
JOINED_BY_RIGHT = frozenset(
    "more less better worse further farther again over on neck time through by up down out round "
    "around back so such half fifty years days hours weeks months miles lots loads thousands hundreds "
    "millions billions tons tonnes rows pages dozens piles heaps scores decades centuries ages "
    "generations many much far long side two three four wide cheek arm hand day year step "
    "little".split()
)
#: Verbs of going on: said twice they mean that it went on.
KEPT_UP = frozenset(
    "go goes went talk talks wait waits cry cries cried grow grows grew run runs ran rise rises rose fall "
    "falls fell spin spins spun try tries tried fight fights fought pray prays work works look looks "
    "think thinks thought laugh dig digs dug push pull drink drank eat ate sing sang read write wrote "
    "keep kept rain rains rained search climb walk walks sit sat train trains practise practice ask asks "
    "buy bought build built come came".split()
)
#: Endings by which an adjective is told well enough.
ADJECTIVE_ENDINGS = (
    "able", "ible", "ful", "ous", "ive", "less", "ical", "ional", "worthy", "ished", "ant", "ent", "ic", "al",
)  # fmt: skip
#: "Higher and higher": what grows by steps.
COMPARATIVES = frozenset(
    "bigger broader brighter bolder busier cheaper cleaner clearer closer colder cooler darker dearer "
    "deeper denser dirtier drier duller earlier easier fainter faster fatter fewer finer firmer fuller "
    "greater greener happier harder harsher heavier higher hotter hungrier larger later lighter longer "
    "louder lower milder nastier nearer newer nicer noisier older poorer purer quicker quieter redder "
    "richer rougher ruder sadder safer scarcer sharper shorter sicker simpler slimmer slower smaller "
    "smarter smoother softer sooner steeper stranger stronger stricter taller tenser thicker thinner "
    "tighter tougher tinier uglier warmer weaker wealthier weirder wetter wider wilder wiser worse "
    "younger".split()
)
#: Verbs that end a clause and follow it: "what he did did not help"; the words that open such a clause.
CLAUSE_VERBS = frozenset("is are was were did does has have can could will would need needs".split())
CLAUSE_OPENERS = frozenset("what whatever who whoever which that all those it wherever whether how".split())
