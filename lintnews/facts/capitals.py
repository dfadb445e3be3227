"""Words that English always writes with a capital."""

from __future__ import annotations

#: Case-folded countries, capitals, nationalities, languages, religions, weekdays and months that are
#: nothing else in English: no polish, turkey, may, march, china, jordan, dutch, roman. Written by hand.
ALWAYS_CAPITALISED = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays
    fridays saturdays sundays january february april june july september october november december
    african afghan albanian algerian american angolan arab arabic argentine argentinian armenian
    asian australian austrian azerbaijani bangladeshi belarusian belgian bolivian bosnian brazilian
    british buddhist bulgarian cambodian cameroonian canadian catalan chilean chinese christian
    colombian croatian cuban cypriot czech egyptian english estonian ethiopian european finnish
    french georgian german ghanaian greek hindu hungarian icelandic indian indonesian iranian iraqi
    irish islamic israeli italian jamaican japanese jewish jordanian kazakh kenyan korean kurdish
    kuwaiti latvian lebanese libyan lithuanian malaysian mexican moldovan mongolian moroccan muslim
    muslims nepalese nigerian norwegian pakistani palestinian peruvian philippine portuguese
    romanian russian saudi scottish senegalese serbian slovak slovenian somali spanish sudanese
    swedish syrian taiwanese tanzanian thai tibetan tunisian turkish ugandan ukrainian uzbek
    venezuelan vietnamese yemeni zambian zimbabwean americans africans asians europeans russians
    ukrainians israelis palestinians germans italians canadians afghanistan africa albania algeria
    america angola argentina armenia asia australia austria azerbaijan bangladesh belarus belgium
    bolivia brazil bulgaria cambodia cameroon canada chile colombia croatia cuba cyprus denmark
    ecuador egypt england estonia ethiopia europe finland france germany ghana greece hungary
    iceland india indonesia iran iraq ireland israel italy japan kazakhstan kenya korea kosovo
    kuwait kyrgyzstan laos latvia lebanon libya lithuania malaysia mexico moldova mongolia morocco
    mozambique myanmar namibia nepal netherlands nicaragua nigeria norway pakistan palestine
    paraguay peru philippines poland portugal qatar romania russia rwanda scotland senegal serbia
    singapore slovakia slovenia somalia spain sudan sweden switzerland syria taiwan tajikistan
    tanzania thailand tunisia uganda ukraine uruguay uzbekistan venezuela vietnam yemen zambia
    zimbabwe amsterdam ankara athens baghdad bangkok barcelona beijing belgrade berlin brussels
    bucharest budapest cairo copenhagen damascus dublin geneva helsinki istanbul jakarta jerusalem
    kabul karachi kiev kyiv lagos lisbon london madrid manila melbourne minsk moscow mumbai nairobi
    oslo paris prague riyadh rome seoul shanghai stockholm sydney taipei tehran tokyo vienna vilnius
    warsaw washington zagreb zurich allah easter christmas ramadan hollywood
    """.split()
)


def capitalised(word: str) -> str:
    """Return `word` with its first letter in upper case, the others as they are."""
    return word[:1].upper() + word[1:]


def is_lower_throughout(sentence: str) -> bool:
    """Whether four words or more stand together without a single capital."""
    return sentence.count(" ") >= 3 and sentence.islower()
