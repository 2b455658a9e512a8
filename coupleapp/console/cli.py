"""The command line. Says no before anything is opened; imports Qt only when a window is wanted."""

import argparse
import os
from collections.abc import Sequence

from coupleapp import __version__
from coupleapp.console.arguments import Parser, file, folder, moment, speed, word, zone
from coupleapp.console.preflight import what_is_missing
from coupleapp.desktop.outside import take_on_own_environment
from coupleapp.desktop.paths import data_path
from coupleapp.desktop.unseen import say_unseen
from coupleapp.shell.options import Options


def _parser() -> Parser:
    parser = Parser(prog="coupleapp", description="Nearer: small steps back to each other.")
    parser.add_argument("--version", action="version", version=f"Nearer {__version__}")
    parser.add_argument("--background", action="store_true", help="wait for the evening, no window")
    parser.add_argument("--data-dir", type=folder, metavar="DIR", help="keep the data here")
    parser.add_argument("--speed", type=speed, default=1.0, help="rehearsal: a faster clock")
    parser.add_argument("--now", type=moment, metavar="ISO", help="rehearsal: another time")
    parser.add_argument(
        "--self-test", action="store_true", help="play whole sessions in a throw-away profile"
    )
    parser.add_argument(
        "--keep", type=folder, metavar="DIR", help="with --self-test: leave what was played here"
    )
    parser.set_defaults(run=None)
    commands = parser.add_subparsers(title="commands", metavar="")
    export = commands.add_parser("export", help="write everything you keep into a readable file")
    export.add_argument("--format", choices=["json"], required=True)
    export.add_argument("--output", type=file, required=True, metavar="FILE")
    export.add_argument("--data-dir", type=folder, metavar="DIR", default=argparse.SUPPRESS)
    export.set_defaults(run="export")
    calendar = commands.add_parser("calendar", help="write your plans as a calendar file (.ics)")
    calendar.add_argument("--output", type=file, required=True, metavar="FILE")
    calendar.add_argument("--our-words", action="store_true", help="not only neutral words")
    calendar.add_argument("--data-dir", type=folder, metavar="DIR", default=argparse.SUPPRESS)
    calendar.set_defaults(run="calendar")
    key = commands.add_parser("key", help="write the key of your notebook for another program")
    key.add_argument("--output", type=file, required=True, metavar="FILE")
    key.add_argument("--data-dir", type=folder, metavar="DIR", default=argparse.SUPPRESS)
    key.set_defaults(run="key")
    doctor = commands.add_parser("doctor", help="say whether the notebook and its copies are whole")
    backup = commands.add_parser("backup", help="make a copy now, encrypted as the notebook is")
    backup.add_argument("file", type=file, metavar="FILE", nargs="?", help="else beside the others")
    move = commands.add_parser("move", help="make a copy for another computer, with a passphrase")
    move.add_argument("file", type=file, metavar="FILE")
    restore = commands.add_parser("restore", help="take a copy back; what is there is put aside")
    restore.add_argument("file", type=file, metavar="FILE")
    copying = {"doctor": doctor, "backup": backup, "move": move, "restore": restore}
    for name, command in copying.items():
        command.add_argument("--data-dir", type=folder, metavar="DIR", default=argparse.SUPPRESS)
        command.set_defaults(run=name)
    reminders = commands.add_parser("reminders", help="say what reminds when on this computer")
    reminders.add_argument("--data-dir", type=folder, metavar="DIR", default=argparse.SUPPRESS)
    reminders.add_argument("--now", type=moment, metavar="ISO", default=argparse.SUPPRESS)
    reminders.add_argument("--zone", type=zone, metavar="NAME", help="as if the clock were there")
    reminders.set_defaults(run="reminders")
    _add_pack(commands)
    return parser


def _add_pack(commands: "argparse._SubParsersAction[Parser]") -> None:
    pack = commands.add_parser("pack", help="check, add or write a pack of themes and sittings")
    verbs = pack.add_subparsers(title="what to do", dest="verb", required=True)
    check = verbs.add_parser("check", help="say what a file would add, or what is wrong in it")
    add = verbs.add_parser("add", help="take a pack in; Nearer is closed meanwhile")
    shelf = verbs.add_parser("list", help="say which packs are here")
    remove = verbs.add_parser("remove", help="remove a pack; talks and notes stay")
    template = verbs.add_parser("template", help="write a commented pack to begin with")
    schema = verbs.add_parser("schema", help="write the form of a pack for editors (JSON Schema)")
    for reads in (check, add):
        reads.add_argument("file", type=file, metavar="FILE")
    remove.add_argument("id", type=word, metavar="ID")
    for opens in (add, shelf, remove):
        opens.add_argument("--data-dir", type=folder, metavar="DIR", default=argparse.SUPPRESS)
    for writes in (template, schema):
        writes.add_argument("--output", type=file, metavar="FILE", help="else on the console")
    pack.set_defaults(run="pack")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run; the exit code."""
    take_on_own_environment()
    parser = _parser()
    given = parser.read(arguments)
    options = Options(given.background, given.data_dir, given.speed, given.now)
    reads_only = given.run == "reminders"
    if options.rehearsal and options.data_dir is None and not reads_only:
        parser.error("--speed and --now need --data-dir, so that no real day is touched")
    if given.keep is not None and not given.self_test:
        parser.error("--keep belongs to --self-test")
    unseen = given.self_test or given.run is not None
    lacks = what_is_missing({"QT_QPA_PLATFORM": "offscreen"} if unseen else os.environ)
    if lacks:
        say_unseen(lacks, data_path(options.data_dir))
        return 1
    if given.self_test:
        from coupleapp.console.self_test import run_self_test

        return run_self_test(given.keep)
    if given.run == "reminders":
        from coupleapp.console.reminders import reminders

        return reminders(options, given.zone)
    if given.run == "pack":
        return _pack(options, given)
    if given.run in {"doctor", "backup", "move", "restore"}:
        return _copies(options, given)
    if given.run == "export":
        from coupleapp.console.files import export

        return export(options, given.output)
    if given.run == "key":
        from coupleapp.console.files import key

        return key(options, given.output)
    if given.run == "calendar":
        from coupleapp.console.files import calendar

        return calendar(options, given.output, our_words=given.our_words)
    from coupleapp.shell.launch import run

    return run(options)


def _copies(options: Options, given: argparse.Namespace) -> int:
    from coupleapp.console import copies

    match given.run:
        case "doctor":
            return copies.doctor(options)
        case "backup":
            return copies.backup(options, given.file)
        case "move":
            return copies.move(options, given.file)
        case _:
            return copies.restore(options, given.file)


def _pack(options: Options, given: argparse.Namespace) -> int:
    from coupleapp.console import packs as packs_out

    match given.verb:
        case "check":
            return packs_out.check(given.file)
        case "add":
            return packs_out.add(options, given.file)
        case "list":
            return packs_out.shelf(options)
        case "remove":
            return packs_out.remove(options, given.id)
        case "template":
            return packs_out.template(given.output)
        case _:
            return packs_out.schema(given.output)
