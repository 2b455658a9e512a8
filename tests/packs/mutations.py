"""Damages a pack in every way we could think of, the same for the same seed."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

HERE = Path(__file__).parent
TEMPLATE = (HERE.parents[1] / "resources" / "pack_template.toml").read_bytes()
RICH = (HERE / "rich_pack.toml").read_bytes()

_Hurt = Callable[[random.Random, bytes], bytes]

_BIG = "9" * 400
VALUES = (
    *("0", "-1", "1", "6", "61", "1e400", "nan", "-inf", "0x" + "f" * 300, _BIG, "-" + _BIG),
    *("true", "1979-05-27T07:32:00Z", "07:32:00", '""', '" "', "[]", "{}", "[1]", '["a", 1]'),
    *('"schema"', "{a = {b = {c = 1}}}", "[[[[[[]]]]]]", "[" * 60 + "]" * 60, "[" * 200),
    *("{a=" * 60 + "1" + "}" * 60, '"' + "x" * 130 + '"', '"' + "x" * 600 + '"', "", "word"),
    *(
        '"\\u202eturned"',
        '"a\u202eb"',
        '"a\u2066b\u2069"',
        '"\\u0000"',
        '"nul\x00nul"',
        '"\\ud800"',
    ),
    *('"a\\nb"', '"""a\nb"""', "'''x'''", '"<b>bold</b>"', '"see http://a.example/x"'),
    *(
        '"WWW.a.example"',
        '"ask ruth@a.example"',
        '"\uff57\uff57\uff57.a.example"',
        '"Why? And how?"',
    ),
    *('"{speaker}"', '"{mother}"', '"{"', '"%s %n {0}"', '"../../etc/passwd"', '"$(true)"'),
    *(
        '"ruth:garten"',
        '"__import__"',
        '"constructor"',
        '"é\u0301\u0301\u0301"',
        '"\U0001f343"',
        "'a\"b'",
    ),
    *('"agree"', '"talk"', '"turns"', '"joys"', '"home.schuhe"', '"table.best_meal"', '"de_DE"'),
)
LINES = (
    *('[[groundings]]\nid = "x"', "[[feelings]]", "[stems]", "[[ideas]]\n[[ideas.more]]", "[pack]"),
    *("[[pack]]", "[durations]", "[[durations]]", "[durations.more]", "[[themes]]", "[themes]"),
    *(
        "[[themes.prompts]]",
        "[[prompts]]",
        "[[formats.steps]]",
        "[[formats.steps.parts]]",
        "[[cues]]",
    ),
    *("schema = 1", "schema = 2", '"schema" = 1', "week = 900000", "run = 'rm'", "a.b.c.d = 1"),
    *(
        "a" + ".a" * 200 + " = 1",
        "[" + "a." * 200 + "a]",
        '"\u202e" = 1',
        "k" * 400 + " = 1",
        "= 1",
    ),
    *('"" = 1', "id", "]", "}", '"""', "'''", "#" * 450, "\x00\x00", "\ufeff", "\x1b[31m", "\t\t"),
    *(
        "include = 'other.toml'",
        "[[formats.steps.parts.parts]]",
        "x = [\n" * 60,
        "x = " + "[\n" * 3000,
        "x = {y = [\n",
    ),
)


def _at(chance: random.Random, raw: bytes) -> int:
    return chance.randint(0, len(raw))


def flip(chance: random.Random, raw: bytes) -> bytes:
    hurt = bytearray(raw or b"?")
    for _ in range(chance.randint(1, 8)):
        hurt[chance.randrange(len(hurt))] ^= 1 << chance.randrange(8)
    return bytes(hurt)


def put_bytes(chance: random.Random, raw: bytes) -> bytes:
    at = _at(chance, raw)
    new = chance.choice(
        [chance.randbytes(chance.randint(1, 6)), b'"', b"'", b"[", b"]", b"=", b"\r"]
    )
    return raw[:at] + new + raw[at:]


def cut_out(chance: random.Random, raw: bytes) -> bytes:
    at = _at(chance, raw)
    return raw[:at] + raw[at + chance.choice([1, 2, 5, 40, 400]) :]


def cut_off(chance: random.Random, raw: bytes) -> bytes:
    return raw[: _at(chance, raw)]


def _by_line(change: Callable[[random.Random, list[bytes]], None]) -> _Hurt:
    def hurt(chance: random.Random, raw: bytes) -> bytes:
        lines = raw.split(b"\n")
        change(chance, lines)
        return b"\n".join(lines)

    return hurt


def _pick(chance: random.Random, lines: list[bytes]) -> int:
    return chance.randrange(len(lines)) if lines else 0


def swap(chance: random.Random, lines: list[bytes]) -> None:
    one, other = _pick(chance, lines), _pick(chance, lines)
    lines[one], lines[other] = lines[other], lines[one]


def leave_out(chance: random.Random, lines: list[bytes]) -> None:
    at = _pick(chance, lines)
    del lines[at : at + chance.choice([1, 1, 1, 4, 12])]


def double(chance: random.Random, lines: list[bytes]) -> None:
    at = _pick(chance, lines)
    some = lines[at : at + chance.choice([1, 1, 6, 30])]
    where = chance.choice([at, _pick(chance, lines)])
    lines[where:where] = some * chance.choice([1, 1, 2, 15])


def other_value(chance: random.Random, lines: list[bytes]) -> None:
    at = chance.choice([n for n, line in enumerate(lines) if b" = " in line] or [0])
    key = lines[at].partition(b" = ")[0] if lines else b""
    value = chance.choice(
        [*VALUES, '"' + "x" * 1_000_000 + '"'] if chance.random() < 0.05 else VALUES
    )
    lines[at : at + 1] = [key + b" = " + value.encode("utf-8", "surrogatepass")]


def other_key(chance: random.Random, lines: list[bytes]) -> None:
    at = chance.choice([n for n, line in enumerate(lines) if b" = " in line] or [0])
    value = lines[at].partition(b" = ")[2] if lines else b""
    names = [
        b"id",
        b"depth",
        b"pack.id",
        b'"a b"',
        b"x" * 300,
        b"textt",
        b"seconds",
        b"a.b",
        b"week",
    ]
    lines[at : at + 1] = [chance.choice(names) + b" = " + value]


def put_line(chance: random.Random, lines: list[bytes]) -> None:
    at = _pick(chance, lines)
    long = "x" * 1_000_000
    line = chance.choice([*LINES, long, f"a = '{long}'"] if chance.random() < 0.05 else LINES)
    lines[at:at] = [line.encode("utf-8", "surrogatepass")]


def mix(chance: random.Random, raw: bytes) -> bytes:
    other = chance.choice([TEMPLATE, RICH])
    return raw[: _at(chance, raw)] + other[_at(chance, other) :]


def other_ends(chance: random.Random, raw: bytes) -> bytes:
    text = raw.decode("utf-8", "replace")
    return chance.choice(
        [
            raw.replace(b"\n", b"\r\n"),
            raw.replace(b"\n", b"\r"),
            b"\xef\xbb\xbf" + raw,
            text.encode("utf-16"),
            text.encode("latin-1", "replace"),
            raw + raw,
            raw * 150,
        ]
    )


HURTS: tuple[_Hurt, ...] = (
    *(flip, put_bytes, cut_out, cut_off, mix, other_ends),
    *map(_by_line, (swap, leave_out, double, other_key, put_line)),
    # What is still written well is read further.
    *map(_by_line, (leave_out, put_line, *(other_value,) * 12)),
)


def damaged(seed: int, count: int) -> Iterator[bytes]:
    """So many files, each hurt one to three times."""
    chance = random.Random(seed)  # noqa: S311 - not for a secret
    for _ in range(count):
        raw = chance.choice([TEMPLATE, RICH])
        for _ in range(chance.choice([1, 1, 1, 2, 3])):
            raw = chance.choice(HURTS)(chance, raw)
        yield raw
