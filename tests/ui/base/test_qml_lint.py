"""A misspelt slot, an unused import or an unqualified name in QML fails here, not on an evening."""

import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

from coupleapp.ui.agreements.decision_model import DecisionModel
from coupleapp.ui.agreements.list_model import AgreementsModel
from coupleapp.ui.agreements.review_model import ReviewModel
from coupleapp.ui.base.app_model import AppModel
from coupleapp.ui.base.seats import Seat
from coupleapp.ui.base.trouble_model import TroubleModel
from coupleapp.ui.calm.breath_model import BreathModel
from coupleapp.ui.calm.grounding import GroundingControls
from coupleapp.ui.guided_session.composing import ComposeControls
from coupleapp.ui.guided_session.model import SessionModel
from coupleapp.ui.guided_session.pauses import PauseControls
from coupleapp.ui.guided_session.turns import TurnControls
from coupleapp.ui.guided_session.writing import WritingControls
from coupleapp.ui.home.home_model import HomeModel
from coupleapp.ui.needs.board_model import BoardModel
from coupleapp.ui.needs.kept_lists_model import KeptListsModel
from coupleapp.ui.needs.lists import ListControls
from coupleapp.ui.needs.talk import NeedsModel
from coupleapp.ui.needs.trial import PlanControls
from coupleapp.ui.notebook.notebook_model import NotebookModel
from coupleapp.ui.packs.packs_model import PacksModel
from coupleapp.ui.plans.own_rituals_model import OwnRitualsModel
from coupleapp.ui.plans.plans_model import PlansModel
from coupleapp.ui.programme.choose_model import ChooseModel
from coupleapp.ui.programme.depth_model import DepthModel
from coupleapp.ui.programme.own_questions_model import OwnQuestionsModel
from coupleapp.ui.programme.own_themes_model import OwnThemesModel
from coupleapp.ui.programme.programme_model import ProgrammeModel
from coupleapp.ui.reminders.ask_model import AskModel
from coupleapp.ui.reminders.evening_model import EveningModel
from coupleapp.ui.reminders.reminders_model import RemindersModel
from coupleapp.ui.settings.first_run_model import FirstRunModel
from coupleapp.ui.settings.settings_model import SettingsModel
from coupleapp.ui.together.model import ActivitiesModel
from coupleapp.ui.together.own_ideas_model import OwnIdeasModel
from tests.ui.base import qml_types

QML = Path(str(files("coupleapp.ui"))) / "qml"
MODELS = [
    ActivitiesModel,
    AgreementsModel,
    AppModel,
    BoardModel,
    BreathModel,
    ChooseModel,
    ComposeControls,
    DecisionModel,
    DepthModel,
    EveningModel,
    FirstRunModel,
    GroundingControls,
    HomeModel,
    KeptListsModel,
    ListControls,
    NeedsModel,
    NotebookModel,
    OwnIdeasModel,
    OwnQuestionsModel,
    OwnRitualsModel,
    PacksModel,
    OwnThemesModel,
    PauseControls,
    PlanControls,
    PlansModel,
    ProgrammeModel,
    AskModel,
    RemindersModel,
    ReviewModel,
    Seat,
    SessionModel,
    SettingsModel,
    TroubleModel,
    TurnControls,
    WritingControls,
]


def tool(name: str) -> str:
    return str(Path(sys.executable).parent / f"pyside6-{name}")


@pytest.fixture(scope="module")
def imports(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("imports")
    module = folder / "Nearer" / "Models"
    module.mkdir(parents=True)
    described = qml_types.write(folder, MODELS)
    subprocess.run(
        [
            tool("qmltyperegistrar"),
            "--generate-qmltypes",
            str(module / "models.qmltypes"),
            "--import-name",
            "Nearer.Models",
            "--major-version",
            "1",
            "--minor-version",
            "0",
            "-o",
            str(folder / "unused.cpp"),
            str(described),
        ],
        check=True,
        capture_output=True,
    )
    (module / "qmldir").write_text("module Nearer.Models\ntypeinfo models.qmltypes\n")
    return folder


def lint(imports: Path, *paths: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [tool("qmllint"), "-I", str(imports), "-I", str(QML), "-W", "0", *map(str, paths)],
        check=False,
        capture_output=True,
        text=True,
    )


@pytest.mark.slow
def test_our_qml_is_clean(imports):
    done = lint(imports, *sorted(QML.rglob("*.qml")))
    assert done.returncode == 0, done.stderr + done.stdout


def test_a_misspelt_slot_is_found(imports, tmp_path):
    page = tmp_path / "Wrong.qml"
    page.write_text(
        "import QtQuick\nimport Nearer.Models\n"
        "Item { id: root\nrequired property SessionModel session\n"
        "Component.onCompleted: root.session.agrea() }\n"
    )
    done = lint(imports, page)
    assert done.returncode != 0
    assert "agrea" in done.stderr + done.stdout


def test_every_file_of_the_module_is_named_in_it():
    module = QML / "Nearer"
    named = {
        line.split()[-1] for line in (module / "qmldir").read_text().splitlines() if ".qml" in line
    }
    assert named == {p.relative_to(module).as_posix() for p in module.rglob("*.qml")}
