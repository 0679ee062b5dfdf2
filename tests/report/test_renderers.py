"""Every format from one document: valid, inert, complete."""

from __future__ import annotations

import csv
import io
import json
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))
from helpers import run

from twosource.contract import violations
from twosource.report import RENDERERS, to_dict

HOSTILE = (
    "<script>alert(1)</script><img src=x onerror=alert(1)> ::error::x \x1b]52;c;x\x07 =1+1 {0}"
)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """A report over hostile texts."""
    texts = {
        "a.txt": f"The Orrin Museum was founded in 1963 {HOSTILE}\n",
        "b.txt": "The Orrin Museum was established in 1965.\n",
    }
    return to_dict(run(tmp_path_factory.mktemp("hostile"), texts))


def test_json_keeps_the_contract(data: dict[str, object]) -> None:
    """The document is valid by its schema after a strict round trip."""
    text = RENDERERS["json"](data)
    assert text.endswith("}\n")
    assert violations(json.loads(text), "report") == []


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def test_html_is_inert_and_self_contained(data: dict[str, object]) -> None:
    """One script of our own that the policy names by its hash, no handler, nothing loaded."""
    page = _Tags()
    page.feed(RENDERERS["html"](data))
    names = {tag for tag, _ in page.tags}
    assert not names & {"img", "iframe", "object", "link"}
    (policy,) = [
        attrs["content"] or ""
        for _, attrs in page.tags
        if attrs.get("http-equiv") == "Content-Security-Policy"
    ]
    assert "default-src 'none'" in policy
    assert "script-src 'sha256-" in policy
    assert not [a for _, attrs in page.tags for a in attrs if a.startswith("on") or a == "src"]
    assert all((attrs.get("href") or "#").startswith("#") for tag, attrs in page.tags if tag == "a")
    assert "<script>alert(1)</script>" in page.text


@pytest.mark.parametrize(
    "name", ["text", "concise", "markdown", "github", "csv", "clusters", "pairs", "statements"]
)
def test_no_control_characters(data: dict[str, object], name: str) -> None:
    """Nothing a document holds moves a cursor or starts a command."""
    text = RENDERERS[name](data)
    assert not [char for char in text if ord(char) < 32 and char != "\n"]
    if name != "github":
        assert not [line for line in text.splitlines() if line.startswith(("::", "##["))]


def test_github_has_one_command_a_line(data: dict[str, object]) -> None:
    """The message cannot end the command and begin another."""
    lines = RENDERERS["github"](data).splitlines()
    assert lines
    assert all(line.startswith("::warning file=") for line in lines)


@pytest.mark.parametrize("name", ["csv", "clusters", "pairs", "statements"])
def test_csv_is_no_formula(data: dict[str, object], name: str) -> None:
    """No cell begins like a formula."""
    rows = list(csv.reader(io.StringIO(RENDERERS[name](data))))
    assert len(rows) > 1
    assert not [cell for row in rows for cell in row if cell[:1] in {"=", "+", "@"}]


@pytest.mark.parametrize("name", sorted(RENDERERS))
def test_renders_from_the_json_alone(data: dict[str, object], name: str) -> None:
    """What was written as JSON renders to the same bytes in every format."""
    again = json.loads(RENDERERS["json"](data))
    assert RENDERERS[name](again) == RENDERERS[name](data)


def test_words_are_neutral(data: dict[str, object]) -> None:
    """A report never says who is right."""
    page = RENDERERS["text"](data) + RENDERERS["concise"](data)
    assert not [
        word
        for word in (" false", " wrong", " true ", "lie")
        if word in page.lower().replace(HOSTILE.lower(), "")
    ]


BESIDE = {
    "a.txt": "The Orrin Museum was founded in 1963 by sailors.\n",
    "b.txt": "The mayor denied that the Orrin Museum was founded in 1963.\n",
    "c.txt": "On 3 May 2019 the Orrin Museum had 350 members.\n",
    "d.txt": "The Orrin Museum had 380 members on 9 June 2020.\n",
}


@pytest.mark.parametrize("name", ["text", "markdown", "html"])
def test_denials_and_series_are_shown(tmp_path: Path, name: str) -> None:
    """The side that denies stands in the finding; what changed is told with its times."""
    data = to_dict(run(tmp_path, BESIDE))
    assert [(c["verdict"], c["detail"]) for c in data["clusters"]][:2] == [
        ("conflict", "disputed"),
        ("not-comparable", "changed"),
    ]
    page = _Tags()
    page.feed(RENDERERS[name](data))
    first = page.text[: page.text.index("members (membership)")]
    assert "b.txt" in first
    assert "denied" in first
    assert "2020-06-09" in page.text
    if name == "html":
        assert "Over time: 2019-05-03: 350 members; 2020-06-09: 380 members" in page.text


@pytest.mark.parametrize("name", ["text", "markdown", "html"])
def test_equations_are_written_as_people_do(tmp_path: Path, name: str) -> None:
    """No codes of units for readers; the JSON keeps them for programs."""
    data = to_dict(run(tmp_path, {"a.txt": "The tower is 31 m (102 ft) high.\n"}))
    assert [row["equation"] for row in data["derivations"]] == ["31 m * 3.28084 = 102 [ft_i]"]
    page = _Tags()
    page.feed(RENDERERS[name](data))
    assert "31 m × 3.28084 = 102 ft" in page.text
