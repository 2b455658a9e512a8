"""What belongs to each person alone is no matter in which the other can be asked to bend."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coupleapp.domain.needs.guarded import GUARDED, Area, asked_of_somebody, wished_of_the_other

# A wish for the other to bend, and the area it must not be about.
WISHES = {
    "You sleep with me on Saturdays": Area.SEX,
    "We make love when I want to": Area.SEX,
    "You send me photos of you naked": Area.SEX,
    "You wear what I find sexy for sex": Area.SEX,
    "You drive after drinking when it is late": Area.SAFETY,
    "You forget that I hit the door": Area.SAFETY,
    "No seat belts on short ways": Area.SAFETY,
    "You lose some weight": Area.HEALTH,
    "You leave out your pills at weekends": Area.HEALTH,
    "No more therapy": Area.HEALTH,
    "You see the doctor I choose": Area.HEALTH,
    "You stop seeing your brother": Area.PEOPLE,
    "You don’t go to your mother so often": Area.PEOPLE,
    "Fewer evenings with friends": Area.PEOPLE,
    "You tell me when you meet colleagues": Area.PEOPLE,
    "You come along to my parents": Area.PEOPLE,
    "You give me your phone at night": Area.DEVICES,
    "That he leaves his phone with me at night": Area.DEVICES,
    "She tells me whom she wrote to": Area.DEVICES,
    "Show me your messages": Area.DEVICES,
    "I may read your emails": Area.DEVICES,
    "You tell me your PIN": Area.DEVICES,
    "Your laptop stays open on the table": Area.DEVICES,
    "Share your location": Area.DEVICES,
    "Your salary goes into my account": Area.MONEY,
    "You ask me before you buy anything": Area.MONEY,
    "I keep your bank card": Area.MONEY,
    "An allowance for you": Area.MONEY,
}
ORDINARY_WISHES = [
    "Put your phone away at supper",
    "You look at your phone less in the evening",
    "You check your messages less",
    "You leave your phone in the hall",
    "You pay attention when I talk",
    "You spend a little less on records",
    "You play cards with me on Fridays",
    "Shorter showers",
    "Less noise after ten",
    "Dinner with my parents on Sundays",
    "You pick up our son on Tuesdays",
    "You hold my hand at the door",
    "You start supper twice a week",
    "A softer voice in the morning",
    "",
]
# Written as one's own, or by both: only what somebody is asked to give way in.
ASKED = {
    "You stop seeing your friends": Area.PEOPLE,
    "I come home early if you stop seeing your friends": Area.PEOPLE,
    "You only see your parents at Easter": Area.PEOPLE,
    "You’ll no longer meet your sister": Area.PEOPLE,
    "You ask me before your brother comes": Area.PEOPLE,
    "Tomas no longer sees his brother": Area.PEOPLE,
    "You give me your salary": Area.MONEY,
    "Maya hands over her bank card": Area.MONEY,
    "I keep your savings": Area.MONEY,
    "You show me your phone": Area.DEVICES,
    "I read your messages on Fridays": Area.DEVICES,
    "You take your medicine when I say": Area.HEALTH,
    "You don't go to the doctor": Area.HEALTH,
    "You sleep with me on Fridays": Area.SEX,
    "You forgive that I hit you": Area.SAFETY,
}
ORDINARY_LINES = [
    "We visit your mother every second Sunday",
    "I drive you to your mother",
    "call your parents on Sundays",
    "I drive you to the doctor",
    "I can bend on when you see your friends",
    "Tomas sees friends on Fridays, Maya has the sofa",
    "We make love on Sundays",
    "Phones in the hall from eight",
    "ask before I touch you",
    "A common pot of money for holidays",
    "We put money in a jar",
    "tea on the stairs at nine",
    "I stop reading when you come in",
    "",
]
BOTH = ("Maya", "Tomas")


@pytest.mark.parametrize(("words", "area"), WISHES.items())
def test_a_wish_in_a_guarded_area_is_found(words, area):
    assert wished_of_the_other(words) is area
    assert wished_of_the_other(words.upper()) is area


@pytest.mark.parametrize("words", ORDINARY_WISHES)
def test_an_ordinary_wish_is_left_alone(words):
    assert wished_of_the_other(words) is None


@pytest.mark.parametrize(("words", "area"), ASKED.items())
def test_a_line_that_asks_somebody_to_give_way_is_found(words, area):
    assert asked_of_somebody(words, BOTH) is area
    assert asked_of_somebody(f"Tea at nine. {words}", BOTH) is area


@pytest.mark.parametrize("words", ORDINARY_LINES)
def test_a_line_like_any_other_is_left_alone(words):
    assert asked_of_somebody(words, BOTH) is None


@pytest.mark.parametrize(
    ("name", "ordinary"),
    [
        ("Will", "I will stop smoking at my parents’ house"),
        ("Will", "We will see less of our friends in May"),
        ("Will", "On Sundays we will make love"),
        ("Will", "Will we drop in on my mother less?"),
        ("May", "We may skip dinner with friends now and then"),
        ("May", "I may no longer need so much money"),
        ("May", "May we skip supper with my parents?"),
        ("Mark", "We mark fewer days for family"),
        ("Rose", "I rose less early for my therapy"),
        ("Rose", "We bring a rose to bed and make love"),
        ("Hope", "We hope to see fewer doctors"),
        ("Hope", "Our hope is to see less of the bank"),
    ],
)
def test_a_name_that_is_a_word_too_is_one_by_its_case(name, ordinary):
    assert asked_of_somebody(ordinary, [name, "Maya"]) is None
    assert asked_of_somebody(f"{name} stops seeing friends", [name, "Maya"]) is Area.PEOPLE
    assert asked_of_somebody(f"{name} NO LONGER sees friends", [name, "Maya"]) is Area.PEOPLE
    assert asked_of_somebody(f"On Fridays {name} and I make love", [name, "Maya"]) is Area.SEX
    assert asked_of_somebody("YOU stop seeing friends", [name, "Maya"]) is Area.PEOPLE


def test_a_name_that_was_typed_small_is_one_with_a_capital_too():
    for written in ("noa", "Noa"):
        assert asked_of_somebody(f"{written} stops seeing friends", ["noa"]) is Area.PEOPLE


def test_a_name_is_a_name_and_no_pattern():
    assert asked_of_somebody("Jo (+) stops seeing friends", ["Jo (+)"]) is Area.PEOPLE
    assert asked_of_somebody("Joo stops seeing friends", ["Jo+"]) is None
    assert asked_of_somebody("Zoë stops seeing friends", ["Zoë"]) is Area.PEOPLE
    assert asked_of_somebody("Zoë stops seeing friends", ["Maya"]) is None
    assert asked_of_somebody("Tomas to stop seeing friends", ["Tomas"]) is Area.PEOPLE


@given(st.text(max_size=300))
def test_any_text_can_be_looked_at(words):
    assert wished_of_the_other(words) in {None, *GUARDED}
    assert asked_of_somebody(words, [words[:40]]) in {None, *GUARDED}


@given(st.sampled_from(sorted(ASKED)))
def test_whatever_one_is_asked_by_name_nobody_may_wish_of_the_other(words):
    assert asked_of_somebody(words, BOTH) is not None
    assert wished_of_the_other(words) is not None
