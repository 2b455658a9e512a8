"""English words for what belongs to each person alone, as patterns; ``guarded`` says what for.

They look at one sentence. A word is left out where it mostly means something else: a telephone
that stays in the hall at supper is nobody's secret, one that the other may read is.
"""

from coupleapp.domain.words.patterns import any_of, pattern

_NEAR = r"[^.!?;]{0,40}?"

_SEX = any_of(
    r"sex sexual\w* intercourse orgasms? naked nudes? undress\w* porn\w* condoms? "
    r"mak(?:e|es|ing)_love made_love sleep(?:s|ing)?_with slept_with intimate_with"
)
_SAFETY = any_of(
    r"safety unsafe danger(?:ous)? violen(?:t|ce) hit(?:s|ting)? slap(?:s|ped|ping)? punch\w* "
    r"shov(?:e|es|ed|ing) threat\w* weapons? guns? seat\s?belts? "
    r"lock(?:s|ed)?_(?:me|you)_(?:in|out) driv(?:e|es|ing)_(?:drunk|after_drinking)"
)
_HEALTH = any_of(
    r"health\w* doctors? dentists? hospital\w* clinics? medicines? medication\w* meds pills? "
    r"injections? surger\w+ therap(?:y|ies|ists?) pregnan\w* contracepti\w* birth_control "
    r"abortion\w* vaccin\w* diets? dieting weight calories rehab"
)
_PEOPLE = any_of(
    r"friend(?:s|ships?)? mates? family families relatives? mothers? fathers? mums? moms? dads? "
    r"parents? brothers? sisters? siblings? cousins? aunts? uncles? grandmothers? grandfathers? "
    r"grandparents? in-laws? (?:mother|father|sister|brother)s?-in-law colleagues? co-?workers? "
    r"ex ex-\w+"
)
_MONEY = any_of(
    r"money cash salar(?:y|ies) wages? incomes? earnings savings allowances? pensions? "
    r"inheritances? bank bank_\w+ (?:credit|debit|your)_cards? (?:bank|own|joint|your)_accounts? "
    r"what_you_(?:earn|spend|buy) before_you_(?:spend|buy)"
)
_DEVICE = any_of(
    r"phones? telephones? mobiles? smartphones? laptops? computers? messages? texts? e-?mails? "
    r"chats? inbox(?:es)? accounts? photos? call_lists? search_history"
)
_SECRET = any_of(
    r"passwords? passcodes? pins? pin_codes? lock_codes? (?:your|my|our|live)_locations? "
    r"location_sharing trackers? tracking_\w+ track(?:s|ing)?_(?:me|you)"
)
_LOOKS = any_of(
    r"see reads? check(?:s|ing)? look(?:s|ing)? go(?:es)?_through going_through know open use "
    r"search answer follow"
)
_SHOWS = any_of(r"shows? gives? hands? sends? tells? lends? lets?")
_LEAVES = any_of(r"leaves? gives? hands? sends?")
_TELLS = any_of(r"tells? shows? says?_to")
_REACHED = any_of(r"wrote writ(?:es|ten|ing) text(?:ed|s)? message[ds]? call(?:ed|s) phoned")
_OPENS = any_of(r"unlock(?:s|ed)? opens? shar(?:e|es|ing) swap(?:s|ped)? delet(?:e|es|ing)")

SEX = pattern(rf"\b{_SEX}\b")
SAFETY = pattern(rf"\b{_SAFETY}\b")
HEALTH = pattern(rf"\b{_HEALTH}\b")
PEOPLE = pattern(rf"\b{_PEOPLE}\b")
MONEY = pattern(rf"\b{_MONEY}\b")
DEVICES = pattern(
    rf"\b{_SECRET}\b"
    rf"|\b(?:I|we)\s+(?:\w+\s+){{0,2}}?{_LOOKS}\b{_NEAR}\b{_DEVICE}\b"
    rf"|\b{_SHOWS}\s+(?:me|us)\b{_NEAR}\b{_DEVICE}\b"
    rf"|\b{_LEAVES}\b{_NEAR}\b{_DEVICE}\b{_NEAR}\b(?:with|to)\s+(?:me|us)\b"
    rf"|\b{_TELLS}\s+(?:me|us)\b{_NEAR}\b{_REACHED}\b"
    rf"|\b{_OPENS}\s+(?:your|our|my|the|all)\s+(?:\w+\s+)?{_DEVICE}\b"
    rf"|\b{_DEVICE}\b{_NEAR}\b(?:open|unlocked|without\s+a\s+(?:code|lock|password))\b"
)

YOU = pattern(r"\b(?:you|your|yours|yourself)\b")
OWN = pattern(r"\b(?:my|our)\s+(?:own\s+|dear\s+|old\s+)?$")
SENTENCE = pattern(r"[.!?;\n]+")

_GIVES_UP = (
    r"stops? quits? drops? cuts? avoids? ends? skips? cancels? gives?_up no_longer no_more "
    r"(?:don't|do_not|doesn't|does_not|won't|will_not|can't|cannot|may_not|never|only|must|should) "
    r"(?:have|has|need|needs|ought)_to stays?_away less fewer "
    r"asks?_(?:me|us|first|before|for|whether) tells?_me"
)
_HANDS_OVER = (
    r"gives? hands? shows? sends? transfers? shares? brings? lets? pays?_me leaves?_(?:it|them|me)"
)
_DOES = r"takes? eats? loses? sees? goes go gets? lets? accepts?"
_PUTS_UP = r"lets? accepts? forgives? forgets? puts?_up lives?_with drives?"
_HOLDS = r"keep hold manage decide control have look_after take"

GIVES_UP = any_of(_GIVES_UP)
GIVES_MONEY = any_of(f"{_GIVES_UP} {_HANDS_OVER}")
DOES_FOR_HEALTH = any_of(f"{_GIVES_UP} {_DOES}")
PUTS_UP = any_of(f"{_GIVES_UP} {_PUTS_UP}")
HOLDS_YOURS = pattern(rf"\b(?:I|we)\s+(?:\w+\s+){{0,2}}?{any_of(_HOLDS)}\b{_NEAR}\byour\b")
