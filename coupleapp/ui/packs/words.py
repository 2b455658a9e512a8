"""Packs in words: what one adds, whose it is, and why one was not taken in."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale

from coupleapp.application.packs import Look, Shelved, WhyNot
from coupleapp.domain.defaults import PACKS_MOST
from coupleapp.domain.programme.packs import Pack, PackInvalid
from coupleapp.ui.programme.words import depth_words

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class PackRow:
    """``adds`` is empty when it cannot be read, ``fault`` when it can."""

    pack_id: str
    title: str
    byline: str
    adds: str
    on: bool
    standing: str
    fault: str


def _standing(*, on: bool) -> str:
    return translate("PacksModel", "In use") if on else translate("PacksModel", "Put aside")


def leave_words(*, refused: bool) -> str:
    return translate("PacksModel", "All right") if refused else translate("PacksModel", "Leave it")


def pack_row(shelved: Shelved) -> PackRow:
    kept, pack = shelved.kept, shelved.pack
    if pack is None:
        fault = left_aside(shelved.fault)
        return PackRow(kept.id, kept.id, "", "", kept.on, _standing(on=kept.on), fault)
    return PackRow(
        kept.id, pack.title, byline(pack), adds(pack), kept.on, _standing(on=kept.on), ""
    )


def byline(pack: Pack) -> str:
    """``Ruth Weber · version 2 · Deutsch``."""
    version = translate("PacksModel", "version {number}").format(number=pack.version)
    return " · ".join(part for part in (pack.author, version, _language(pack)) if part)


def _language(pack: Pack) -> str:
    if pack.language is None:
        return ""
    locale = QLocale(pack.language)
    # Its own name for itself; only English would not say it without its country.
    if locale.language() is QLocale.Language.English:
        return QLocale.languageToString(locale.language())
    return locale.nativeLanguageName()


def adds(pack: Pack) -> str:
    """What it adds, and how deep that goes, in one sentence."""
    parts = translate("PacksModel", "; ").join(_added(pack))
    if pack.depth:
        deepest = translate("PacksModel", "It adds {parts}. At its deepest: {depth}.")
        return deepest.format(parts=parts, depth=depth_words(pack.depth))
    return translate("PacksModel", "It adds {parts}.").format(parts=parts)


def _added(pack: Pack) -> Iterator[str]:
    addition = pack.addition
    themes = len(addition.themes)
    questions = sum(len(theme.prompts) for theme in addition.themes)
    more = sum(map(len, addition.prompts.values()))
    kinds, cues = len(addition.formats), len(addition.cues)
    if themes == 1:
        one = translate("PacksModel", "1 theme with {questions}")
        yield one.format(questions=_questions(questions))
    elif themes:
        many = translate("PacksModel", "{count} themes with {questions}")
        yield many.format(count=themes, questions=_questions(questions))
    if more:
        ours = translate("PacksModel", "{questions} more for themes of Nearer")
        yield ours.format(questions=_questions(more))
    if kinds == 1:
        yield translate("PacksModel", "1 kind of sitting")
    elif kinds:
        yield translate("PacksModel", "{count} kinds of sitting").format(count=kinds)
    if cues == 1:
        yield translate("PacksModel", "1 line for the listener")
    elif cues:
        yield translate("PacksModel", "{count} lines for the listener").format(count=cues)


def _questions(count: int) -> str:
    if count == 1:
        return translate("PacksModel", "1 question")
    return translate("PacksModel", "{count} questions").format(count=count)


def contents(pack: Pack) -> tuple[str, ...]:
    """Every theme and every kind of sitting by its title, with how deep it goes."""
    theme_line = translate("PacksModel", "Theme: {title} ({depth})")
    kind_line = translate("PacksModel", "Sitting: {title} ({minutes} minutes, {depth})")
    themes = [
        theme_line.format(
            title=theme.title, depth=depth_words(max(prompt.depth for prompt in theme.prompts))
        )
        for theme in pack.addition.themes
    ]
    kinds = [
        kind_line.format(title=kind.title, minutes=kind.minutes, depth=depth_words(kind.depth))
        for kind in pack.addition.formats
    ]
    return (*themes, *kinds)


def taken_in(pack: Pack) -> str:
    return translate("PacksModel", "“{title}” is here now.").format(title=pack.title)


def place_of(look: Look) -> str:
    """Whose place it takes; empty when it takes nobody's."""
    if look.there is None or look.why_not is not None:
        return ""
    there = look.there
    if there.author != look.pack.author:
        other = translate(
            "PacksModel", "It takes the place of “{title}” by {author}, version {number}."
        )
        return other.format(title=there.title, author=there.author, number=there.version)
    place = translate("PacksModel", "It takes the place of version {number}, which is here now.")
    return place.format(number=there.version)


def why_not(look: Look) -> str:
    """Why it cannot be taken in, and what can be done; empty when it can."""
    number = look.pack.version
    match look.why_not:
        case None:
            return ""
        case WhyNot.SAME:
            return translate("PacksModel", "This pack is here already, word for word.")
        case WhyNot.OTHER_WORDS:
            other = translate(
                "PacksModel",
                "Version {number} is here already, with other words. In the file, make it version "
                "{next}; then it takes the place of this one.",
            )
            return other.format(number=number, next=number + 1)
        case WhyNot.OLDER:
            there = look.there.version if look.there is not None else number
            older = translate(
                "PacksModel",
                "A newer one is here: version {there}. To go back to version {number}, remove that "
                "one first.",
            )
            return older.format(there=there, number=number)
        case WhyNot.TOO_MANY:
            full = translate(
                "PacksModel", "There is room for {count} packs. Remove one, and this one fits."
            )
            return full.format(count=PACKS_MOST)


def invalid(error: PackInvalid) -> str:
    """Which file was not taken, where, and why."""
    if error.line is None:
        where = translate("PacksModel", "{file}: {reason} Nothing was changed.")
    else:
        where = translate("PacksModel", "{file}, line {line}: {reason} Nothing was changed.")
    return where.format(file=error.file, line=error.line, reason=error.reason)


def left_aside(fault: PackInvalid | None) -> str:
    """Why a pack that is kept cannot be used just now."""
    aside = translate(
        "PacksModel",
        "This Nearer cannot read it, so it is put aside. A newer version of it may help.",
    )
    return aside if fault is None else f"{aside} {fault.reason}"


def not_one_file(count: int) -> str:
    if count > 1:
        return translate("PacksModel", "One pack at a time, please: let go of a single file here.")
    return translate(
        "PacksModel", "That was no file of this computer. Save the pack first, then open it here."
    )
