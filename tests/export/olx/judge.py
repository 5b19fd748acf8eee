"""Judge a course by Open edX's own code, in an environment of its own (`judges.sh`): prints what it found as JSON.

Capa grades each option of each problem and renders it; ORA2 parses and validates each assessment with its training;
olxcleaner looks at the whole course.
"""

import gettext
import json
import sys
from pathlib import Path
from typing import Any
from unittest.mock import MagicMock
from xml.etree import ElementTree

import django
from django.conf import settings

settings.configure(
    USE_TZ=True,
    SECRET_KEY="none",
    STATIC_URL="/static/",
    FEATURES={},
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    DEFAULT_AUTO_FIELD="django.db.models.AutoField",
    INSTALLED_APPS=[
        *("django.contrib.auth", "django.contrib.contenttypes", "submissions", "openassessment"),
        *(f"openassessment.{name}" for name in ("assessment", "workflow", "staffgrader", "xblock")),
        "xblocks_contrib.problem.capa",
    ],
    TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}],
)
django.setup()

from django.core.management import call_command  # noqa: E402
from django.template.loader import get_template  # noqa: E402

call_command("migrate", verbosity=0)

from olxcleaner import validate  # noqa: E402
from openassessment.xblock.utils.data_conversion import create_rubric_dict  # noqa: E402
from openassessment.xblock.utils.validation import validator  # noqa: E402
from openassessment.xblock.utils.xml import parse_from_xml_str  # noqa: E402
from xblocks_contrib.problem.capa.capa_problem import LoncapaProblem, LoncapaSystem  # noqa: E402
from xblocks_contrib.problem.capa.util import get_inner_html_from_xpath  # noqa: E402
from xblocks_contrib.problem.capa_block import ProblemBlock  # noqa: E402


def problem_of(file: Path, seed: int = 1) -> Any:
    """Set a problem up as a course does; what is shown to learners is rendered by Open edX's templates."""
    system = LoncapaSystem(
        ajax_url="",
        anonymous_student_id="learner-7",
        cache=None,
        can_execute_unsafe_code=lambda: False,
        get_python_lib_zip=lambda: None,
        DEBUG=False,
        i18n=gettext.NullTranslations(),
        render_template=lambda name, values: get_template(name).render(values),
        resources_fs=None,
        seed=seed,
        xqueue=None,
    )
    block = MagicMock(location="block", correctness_available=lambda: True)
    return LoncapaProblem(file.read_text(encoding="utf-8"), "1", capa_system=system, capa_block=block, seed=seed)


def graded(file: Path) -> dict[str, Any]:
    """Give a problem as learners see it, and for each option what choosing it earns and says."""
    problem = problem_of(file)
    (response,) = problem.responders.values()
    html = ProblemBlock.remove_tags_from_html(None, problem.get_html())
    options = []
    for choice in response.inputfields[0].findall("choice"):
        result = problem.grade_answers({response.answer_id: choice.get("name")})
        said = result.get_msg(response.answer_id)
        options.append({"name": choice.get("name"), "score": problem.calculate_score(result), "said": said})
    orders = [order_of(file, seed) for seed in range(1, 6)]
    hints = [get_inner_html_from_xpath(hint) for hint in problem.tree.xpath("//problem/demandhint/hint")]
    return {"options": options, "html": html, "hints": hints, "solution": solution_of(problem), "orders": orders}


def order_of(file: Path, seed: int) -> list[str]:
    """Give the names of the options in the order that a learner with this seed sees."""
    (response,) = problem_of(file, seed).responders.values()
    return [choice.get("name") for choice in response.inputfields[0].findall("choice")]


def solution_of(problem: Any) -> str:
    """Give what is shown once the solution is asked for."""
    return "".join(html for name, html in problem.get_question_answers().items() if "solution" in name)


def assessed(element: ElementTree.Element) -> dict[str, Any]:
    """Give an assessment as ORA2 reads it, with what its validation says."""
    read = parse_from_xml_str(ElementTree.tostring(element, encoding="unicode"))
    block = MagicMock(start=None, due=None, prompts=[], rubric_criteria=[], rubric_assessments=[])
    judge = validator(block, lambda text: text, strict_post_release=False)
    rubric = create_rubric_dict(read["prompts"], read["rubric_criteria"])
    fit, message = judge(rubric, read["rubric_assessments"])
    return {**read, "fit": fit, "message": message}


def main(folder: Path) -> dict[str, Any]:
    """Judge all that is in a folder."""
    problems = {file.stem: graded(file) for file in sorted(folder.glob("*/problem/*.xml"))}
    units = [ElementTree.parse(file).getroot() for file in sorted(folder.glob("*/vertical/*.xml"))]
    assessments = [assessed(found) for unit in units for found in unit.iter("openassessment")]
    errors = []
    if (course := folder / "course/course.xml").exists():
        _, store, _ = validate(str(course), 8)
        errors = [f"{type(error).__name__}: {error.description}" for error in store.errors]
    return {"problems": problems, "assessments": assessments, "errors": errors}


print(json.dumps(main(Path(sys.argv[1]))))
