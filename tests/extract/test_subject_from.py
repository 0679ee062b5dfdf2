"""How a subject was found that its clause does not name: the rule, the phrase, the mention.

In the rows ‹it› is the phrase and «Amsel» the mention that names the subject; both marks are taken
out before the text is read, and tell where the two have to be found.
"""

from __future__ import annotations

import ast
import re
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import twosource.extract.found
from tests.helpers import run
from twosource import corroborate
from twosource.model import Assertion, SubjectFrom
from twosource.rules.links import link_rules

ROWS = [
    # rule or None, text, value
    ("pronoun", "«Amsel», a regional bank, failed. ‹It› was founded in 1887.", "1887"),
    ("pronoun", "The «pumps» failed. ‹They› were replaced in 1971.", "1971"),
    ("pronoun", "When the «bridge» fell, ‹it› was replaced in 1971.", "1971"),
    ("pronoun", "«Petra Lindqvist» left at dawn. ‹She› was elected in 1974.", "1974"),
    ("pronoun", "A «driver» was hurt in Dorn. ‹He› was arrested in 1974.", "1974"),
    ("pronoun", "«Amsel», a bank, failed. The founding of ‹it› in 1887 was a feast.", "1887"),
    # the last mention before it, however often the name stands there
    ("pronoun", "Amsel, a bank, grew. «Amsel» failed. ‹It› was founded in 1887.", "1887"),
    # over a sentence that names nothing
    ("pronoun", "«Amsel», a bank, failed. It shrank. ‹It› was founded in 1887.", "1887"),
    ("description", "«Amsel», a regional bank, failed. ‹The bank› was founded in 1887.", "1887"),
    ("description", "«Orrin United» won. ‹The troubled club› was founded in 1902.", "1902"),
    ("description", "«Petra Lindqvist» fled. ‹The 41-year-old› was arrested in 1974.", "1974"),
    ("description", "«Tovik Motors» cut jobs. In 1921 ‹the company› was set up.", "1921"),
    ("main-subject", "# «Orrin Tower»\n\nOpened in 1968.\n", "1968"),
    ("main-subject", "# «Orrin Tower»\n\n- Height: 31 m\n", "31 m"),
    ("heading", "# Towers\n\nOrrin and Orrin and Orrin.\n\n## «Lund Tower»\n\nOpened in 1968.\n", "1968"),
    ("shared", "The «line» was blocked for weeks and reopened in 1968.", "1968"),
    ("shared", "«Petra Lindqvist» left Dorn and was elected in 1974.", "1974"),
    ("relative", "«Orvel Mines», ‹which› employed 412 people, closed in 2020.", "412"),
    ("predicate", "The «Aldora» was ‹a liner› that sank in 1912.", "1912"),
    ("header", "«Lund Tower» fell.\n\n| | «Lund Tower» |\n|---|---|\n| Height | 31 m |\n", "31 m"),
    ("carried", "The «Amsel Bank» has 8,640 members. The union spoke of 14,000.", "14,000"),
    ("carried", "«Tovik Motors» employed 400 people in 1998 and 560 in 2002.", "560"),
    ("carried", "The «bank» lost 870 jobs in 2019. The union spoke of 940.", "940"),
    ("shared", "The toll of the «Orrin Fire» was 213 by noon and was later put at 268.", "268"),
    # silent: the clause names its subject, or there is none
    (None, "Amsel, a regional bank, was founded in 1887.", "1887"),
    (None, "Amsel, a regional bank, failed. Lund was founded in 1887.", "1887"),
    (None, "The pumps were replaced in 1971.", "1971"),
    (None, "Amsel is a bank. Lund is a bank. Rain fell in Dorn. The bank was founded in 1887.", "1887"),
    (None, "It rained for 9 days.", "9 days"),
    (None, "Tovik Motors cut jobs. The parent company was set up in 1921.", "1921"),
    (None, "# Two towers\n\n- Height: 31 m\n", "31 m"),
    (None, "# Towers\n\n## Repairs at the tower\n\nOpened in 1968.\n", "1968"),
    (None, "The line was blocked for weeks and the station reopened in 1968.", "1968"),
    (None, "Orvel Mines closed, and 412 people left.", "412"),
    (None, "The Aldora met a liner that sank in 1912.", "1912"),
    (None, "Lund Tower fell.\n\n| | Value |\n|---|---|\n| Lund Tower | 31 m |\n", "31 m"),
    (None, "The Amsel Bank has 8,640 members. The Orvel Bank has 14,000.", "14,000"),
    # an age behind a name, a life in brackets, the release of a version name their subject
    (None, "Petra Lindqvist, 41, was arrested.", "41"),
    (None, "Petra Lindqvist (1901-1980) wrote it.", "1901"),
    (None, "# Changes\n\n## [4.2.0] - 2023-10-17\n\n- Fixed.\n", "2023-10-17"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "text", "value"), ROWS)
def test_how_it_was_found(tmp_path: Path, rule: str | None, text: str, value: str) -> None:
    plain, phrase, named = read(text)
    found = told(tmp_path, plain, value).slot.subject_from
    assert (found.rule if found else None) == rule
    if found is not None:
        assert places(found) == (phrase, named)


def read(text: str) -> tuple[str, tuple[int, int] | None, tuple[int, int] | None]:
    """The text without marks, and where the phrase and the last marked mention stand in it."""
    found: dict[str, tuple[int, int]] = {}
    plain, start = "", 0
    for piece in re.split("([‹›«»])", text):
        if piece in {"‹", "«"}:
            start = len(plain)
        elif piece in {"›", "»"}:
            found[piece] = (start, len(plain))
        else:
            plain += piece
    return plain, found.get("›"), found.get("»")


def places(found: SubjectFrom) -> tuple[tuple[int, int] | None, ...]:
    """Where the phrase and the mention stand."""
    both = (found.phrase, found.antecedent)
    return tuple((m.span.start, m.span.end) if m else None for m in both)


def told(folder: Path, text: str, value: str) -> Assertion:
    """The last assertion whose text is `value`."""
    report = run(folder, {"a.md" if "#" in text or "|" in text else "a.txt": f"{text}\n"})
    return [a for a in report.assertions if a.text == value][-1]


def test_a_name_of_another_document(tmp_path: Path) -> None:
    """The only commission of all documents; its own source does not name it."""
    texts = {
        "a.txt": "The Haldane Commission met in Dorn. The Haldane Commission rose.\n",
        "b.txt": "The commission was set up in 1921.\n",
    }
    (item,) = [a for a in run(tmp_path, texts).assertions if a.text == "1921"]
    found = item.slot.subject_from
    assert item.slot.subject == "Haldane Commission"
    assert found is not None
    assert (found.rule, found.phrase and found.phrase.text) == ("sole-name", "The commission")
    assert found.antecedent is None


def test_an_age_that_another_source_dates(tmp_path: Path) -> None:
    """The age is said of "the ferry", its date of the ship that the other source names."""
    texts = {
        "a.txt": "17 January 2017\n\nThe ferry, 35 years old, sank on 17 January 2017 off Dorn.\n",
        "b.txt": "The Orla Ferry was built in 1981 at Lund. It sank on 17 January 2017.\n",
    }
    rows = [a for a in run(tmp_path, texts).assertions if a.source == "a" and a.slot.subject_from]
    assert {(a.slot.subject, a.slot.subject_from.rule) for a in rows if a.slot.subject_from} == {
        ("Orla Ferry", "namesake")
    }


def test_an_event_says_it_as_well(tmp_path: Path) -> None:
    """Whom an event happens to may be found elsewhere, like the subject of a figure."""
    text = "Petra Lindqvist fled. She was arrested in Dorn."
    *_, item = run(tmp_path, {"a.txt": text}).assertions
    assert item.kind == "event"
    assert item.slot.subject == "Petra Lindqvist"
    assert item.slot.subject_from is not None
    assert item.slot.subject_from.rule == "pronoun"


def test_it_is_no_part_of_what_is_compared(tmp_path: Path) -> None:
    """Two slots are equal, whatever words their subjects were found by."""
    item = told(tmp_path, "Amsel, a bank, failed. It was founded in 1887.", "1887")
    assert item.slot == replace(item.slot, subject_from=None)
    assert hash(item.slot) == hash(replace(item.slot, subject_from=None))


def test_every_rule_has_its_page() -> None:
    """What the code calls a rule stands in links.toml, and nothing else does."""
    tree = ast.parse(Path(twosource.extract.found.__file__).read_text(encoding="utf-8"))
    named = {
        node.value.value
        for node in tree.body
        if isinstance(node, ast.AnnAssign) and isinstance(node.value, ast.Constant)
    }
    assert named == {name for name, row in link_rules().items() if row.of == "subject"}


NAMES = ("Amsel Bank", "Petra Lindqvist", "the ferry Halmar", "Tovik Motors")
LINES = (
    "{} was founded in 1887.", "It closed in 1971 and reopened in 1974.", "She was 41.", "They had 412 members.",
    "The bank lost 3.4 million euros.", "**{}** [left](x.md) Dorn.", "Rain fell for 9 days.",
    "## {}", "Opened in 1968.", "| | {} |\n|---|---|\n| Height | 31 m |", "<b>{}</b>&nbsp;won.", "- Height: 31 m",
    "The company, which had 12 mills, was sold.", "The union spoke of 14,000.", "The 41-year-old was fined twice.",
)  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from([*product(LINES, NAMES)]), min_size=2, max_size=9), st.booleans())
def test_the_places_hold_the_words(
    tmp_path_factory: pytest.TempPathFactory, lines: list[tuple[str, str]], crlf: bool
) -> None:
    """Spans lie in the document and in their source, and the text at them is the words told."""
    text = "\n\n".join(line.format(name) for line, name in lines)
    text = text.replace("\n", "\r\n") if crlf else text
    folder = tmp_path_factory.mktemp("law")
    (folder / "a.md").write_bytes(text.encode("utf-8"))
    report = corroborate([str(folder / "a.md")])
    (document,) = report.documents
    for item in report.assertions:
        found = item.slot.subject_from
        assert found is None or item.slot.subject
        for mention in (found.phrase, found.antecedent) if found else ():
            if mention is not None:
                assert 0 <= mention.span.start < mention.span.end <= len(document.text)
                assert document.text[mention.span.start : mention.span.end] == mention.text
