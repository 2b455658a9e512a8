"""English phrases that the careful opening knows, as patterns; ``language`` says what for.

Each is kept narrow on purpose: a phrase that is missed costs nothing, a false alarm costs trust.
"""

import re

from coupleapp.domain.words.patterns import any_of, pattern

_ARE = r"\byou(?:'?re|\s+are|\s+were|'?ve\s+been|\s+have\s+been|\s+can\s+be)\s+"
_SOFTLY = any_of(
    "so too very really just such being always often sometimes still simply only rather quite "
    "pretty totally completely a an the a_bit a_little more most"
)

_JUDGING = any_of(
    "selfish lazy rude mean unfair stubborn careless thoughtless childish immature dramatic "
    "controlling ungrateful irresponsible unreliable dishonest arrogant stupid hopeless useless "
    "pathetic ridiculous hysterical insensitive heartless distant moody needy clingy judgmental "
    "judgemental defensive aggressive manipulative toxic narcissistic paranoid self-centred "
    "self-centered oversensitive over-sensitive self-absorbed impossible_to_talk_to to_blame "
    "the_problem at_fault just_like_your_mother just_like_your_father"
)
_JUDGED = (
    rf"(?:{_JUDGING}|wrong(?!\s+(?:side|end|foot|place|one))|cold\s+(?:to|with|towards?)\s+me"
    r"|impossible(?!\s+(?:not\b|to\b))|crazy(?!\s+(?:about|busy|in|tired|good|for)\b))"
)

# What nobody would be called fondly or by accident; the second list only after "a" or "an".
_NAMES = any_of(
    "idiots? jerks? liars? losers? morons? cowards? hypocrites? psychos? narcissists? "
    "control_freaks? drama_queens? bitch(?:es)? bastards? assholes? arseholes? pricks? "
    "crybaby crybabies know-it-alls? egoists? egotists?"
)
_NAMES_AFTER_A = any_of("fool brat cheat cheater slob monster tyrant freak nag pig dick failure")
_SCOLDING = any_of("stupid lazy selfish bloody damn fucking little big old miserable pathetic")
_CHILD = any_of("child baby kid toddler teenager")

_BAD_FEELING = any_of(
    r"small(?!\s+talk) sad angry mad alone lonely bad guilty invisible stupid worthless unwanted "
    "unloved unimportant ashamed scared afraid anxious nervous hurt furious jealous sick crazy "
    "useless helpless miserable terrible awful inferior worried doubt worry rejected humiliated "
    "like_nothing like_nobody like_a_burden like_a_child like_a_servant like_a_stranger "
    "like_an_idiot like_a_failure like_a_fool like_I_don't like_I'm_not like_I_am_not as_if_I"
)

_THINKS = r"(?:that|like|as\s+if|as\s+though)\s+"
_NEAR = any_of("near close there here beside next with behind breathing shaking warm asleep awake")
_SAME = r"(?:(?:do|did)(?!\s+not\b|n't)|too|feel|felt|and|both|loved?|cared?|heard|understood|held)"
_OTHERS = any_of("we nobody no_one everyone everybody they it there I everything nothing")

_BETWEEN = any_of("have had are were do did just still almost nearly will would really simply even")
_COMPLAINT = any_of(
    "listen help ask think care talk thank notice remember forget complain shout interrupt leave "
    "criticise criticize apologise apologize want need have_to blame ignore say tell win"
)
COMPLAINT = pattern(rf"\s+{_COMPLAINT}\b")
# "Have you always felt like that?"
ASKED = pattern(r"\b(?:have|had)\s+$")
# After "you always", and after "you never": said with love.
_LOVING = any_of(
    "try tried trying best laugh smile kind patient care cared loved? help helped listened there "
    "work worked hoped? brave honest gentle warm generous mean_well meant_well welcome wanted used "
    "dreamed in_my been thought loving made make believed trusted remember_my bring brought"
)
WARM_ALWAYS = pattern(
    rf"\s+(?:\w+\s+){{0,2}}?{_LOVING}\b"
    r"(?!\s+(?:late|away|busy|angry|rude|selfish|lazy|too|so|me\s+(?:feel|wait|angry|sad)))"
)
_FORGIVING = any_of(
    "gave_up give_up let_me_down hurt meant mean complain complained forgot knew known had learned "
    "learnt stopped stop tire tired lied lie doubted left rude unkind lazy selfish unfair "
    "asked_for got wanted"
)
WARM_NEVER = pattern(rf"\s+(?:\w+\s+)?{_FORGIVING}\b")

YOU_ABSOLUTE = pattern(
    rf"\byou(?:'?re|'?ve|'d|'ll)?\s+(?:{_BETWEEN}\s+){{0,2}}(?P<word>always|never)\b"
)
OTHER_ABSOLUTE = pattern(
    r"\b(?:it'?s|it\s+is|it\s+was)\s+(?P<word>always)\s+(?:me|I|you|the\s+same)\b"
    r"|\bwe\s+(?P<word2>never)\s+(?:talk|go|do|laugh|sit|spend|touch|kiss|hug|agree|eat|see)\b"
    r"|\bwe\s+(?P<word3>always)\s+(?:fight|argue|quarrel|end\s+up)\b"
)

_WEEKDAY = any_of("monday tuesday wednesday thursday friday saturday sunday")
_WHEN = (
    rf"(?:yesterday|(?:on|last|this)\s+{_WEEKDAY}|last\s+(?:week|month|year|night|weekend|summer"
    r"|winter|spring|autumn|fall|time)|(?:two|three|four|five|a\s+few|\d+)\s+(?:days|weeks|months"
    r"|years)\s+ago|a\s+(?:week|month|year)\s+ago)"
)
FIRST_WHEN = pattern(rf"\b{_WHEN}\b")
NEXT_WHEN = pattern(
    rf"(?:\band(?:\s+(?:then|again|also))?|[.;!?](?:\s*(?:and|then|also)\b)?)\s*,?\s*"
    rf"(?P<word>{_WHEN})\b"
)
PLANNED = pattern(r"\b(?:asked|agreed|promised|planned|arranged|decided|booked|wrote)\b")
HABIT = pattern(
    r"\b(?:every|each)\s+(?:single\s+)?time\b|\bwhenever\b|\bnot\s+the\s+first\s+time\b"
    rf"|(?<!\bas )(?<!\bas on )\bevery\s+(?:single\s+)?(?:day|evening|night|morning|week|weekend"
    rf"|month|{_WEEKDAY})\b"
    r"|\byou\s+(?:often|usually|keep\s+\w+ing)\b|\b(?:often|sometimes|usually),?\s+you\b"
    r"|\b(?:two|three|four|five|six|\d+)\s+times\s+(?:this|last|a)\s+(?:week|month|year)\b"
    r"|\band\s+another\s+time\b"
)

NAME_CALLING = pattern(
    rf"{_ARE}(?:{_SOFTLY}\s+){{0,3}}(?:{_SCOLDING}\s+){{0,2}}{_NAMES}\b"
    rf"|{_ARE}(?:{_SOFTLY}\s+){{0,2}}an?\s+(?:{_SCOLDING}\s+){{0,2}}{_NAMES_AFTER_A}\b"
    rf"|\byou\s+(?:{_SCOLDING}\s+){{0,2}}{_NAMES}\b"
    rf"|\bwhat\s+an?\s+(?:{_NAMES}|{_NAMES_AFTER_A})\s+you\b"
    rf"|\bdon't\s+be\s+(?:such\s+)?an?\s+(?:{_NAMES}|{_NAMES_AFTER_A})\b"
    rf"|\byou[^.!?;]{{1,20}}\b(?:act|behav)(?:e|ed|ing)?\s+like\s+an?\s+{_CHILD}\b"
)
YOU_ARE = pattern(rf"{_ARE}(?:{_SOFTLY}\s+){{0,3}}{_JUDGED}(?![\w-])")
YOU_MAKE_ME = pattern(
    r"\byou(?:'?re|'?ve|\s+are|\s+have)?(?:\s+(?:really|just|often|still|always|even"
    r"|keep|kept)){0,2}\s+(?:make|made|making)\s+me\s+"
    rf"(?:(?:feel|look)\s+)?(?:(?!an?\s+(?!bit|little)){_SOFTLY}\s+){{0,2}}"
    rf"(?:{_BAD_FEELING}|cry(?!\s+(?:with|from)\b))\b"
)
THOUGHT_AS_FEELING = pattern(
    r"\bI(?:'m|'ve|\s+am|\s+was|\s+have)?"
    r"(?:\s+(?:really|just|often|still|also|sometimes|do|don't|do\s+not|didn't|did\s+not"
    r"|always|never)){0,2}\s+(?:feel|felt|feeling)\s+"
    rf"(?:{_THINKS}you\b(?=\s+[^\W\d_])(?!\s+{_SAME}\b)(?!\s+(?:are|were)\s+{_NEAR}\b)"
    rf"|that\s+{_OTHERS}\b(?=\s+[^\W\d_])"
    r"|you\s+(?:don't|do\s+not|didn't|did\s+not|never|always|should|just|want|wanted"
    rf"|(?:are|were|aren't|weren't)(?!\s+{_NEAR}\b))\b)"
)
SHOULD = pattern(
    r"\byou(?:\s+(?:really|just|also|still|simply|at\s+least)){0,2}\s+"
    r"(?:should(?:n't|\s+not)?(?:'ve|\s+have)?(?!\s+(?:know|see|seen|heard|feel|be\s+proud)\b)"
    r"(?!'ve\s+seen|\s+have\s+(?:seen|heard)\b)|ought(?:n't)?\s+(?:not\s+)?to)\b"
)

# What the words before a phrase can make of it: someone's words, a denial, a mere "if".
REPORTED = pattern(
    r"\b(?:said|say|says|saying|told|tell|asked|shouted|whispered|wrote|texted|thought"
    r"|call(?:ed|ing)?\s+(?:you|me))\b"
)
DENIED = pattern(
    r"(?:\bnot|n't|\bnever|\bwithout)\s+(?:\w+\s+)?(?:think|thinking|believe|mean|meaning|that"
    r"|because|imply|claim|find|blame)\b"
)
SUPPOSED = pattern(r"\b(?:if|whether|unless|in\s+case|do\s+you\s+think)\s*$")
CLAUSE_BREAK = pattern(r"[.!?;\n]|\b(?:but|so)\b")
APOSTROPHES = str.maketrans("’ʼ＇`´", "'''''")
QUOTED = re.compile(
    r"“[^”“]{1,300}”|„[^“”„]{1,300}[“”]|«[^»«]{1,300}»|\"[^\"]{1,300}\""
    r"|‘[^‘]{1,300}?’(?!\w)|(?<![\w’'])'(?=\w)[^\n]{1,300}?(?<=\S)'(?!\w)"
)
SENTENCE_END = re.compile(
    r"(?:[!?][.!?]*|(?<!\.)\.(?!\.))[)\]”’'\"]*\s+(?=\S)|(?:\.\.|…)\s+(?=[^\W\d_a-z])"
)
ABBREVIATED = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|st|vs|etc|no|approx|e\.g|i\.e|a\.m|p\.m)|\b[A-Za-z])\.\s+$",
    re.IGNORECASE,
)
