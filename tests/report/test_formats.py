"""Formats for machines: SARIF, JUnit, JSON-LD; each checked by what its readers need."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))
from helpers import run

from twosource.report import render, to_dict
from twosource.rules import rules

TEXTS = {
    "a b.txt": "The Orrin Museum was founded in 1963 {0} [x](9) <b> \x07.\n",
    "b.txt": "The Orrin Museum was established in 1965.\n",
}
MORE = "The weather was fine.\n\n"


def document(folder: Path, texts: dict[str, str]) -> dict[str, Any]:
    """The report document with paths as a user would see them."""
    text = json.dumps(to_dict(run(folder, texts)))
    found: dict[str, Any] = json.loads(text.replace(f"{folder}/", ""))
    return found


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """One conflict between two documents."""
    return document(tmp_path_factory.mktemp("formats"), TEXTS)


def sarif(data: dict[str, Any], fail_on: str = "conflict") -> dict[str, Any]:
    """The one run of a SARIF log."""
    log = json.loads(render(data, "sarif", fail_on=fail_on))
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-2.1.0.json")
    found: dict[str, Any] = log["runs"][0]
    return found


@pytest.mark.parametrize("fail_on", ["conflict", "single-citation", "diagnostic", "any"])
def test_sarif_has_what_code_scanning_needs(data: dict[str, Any], fail_on: str) -> None:
    """Every rule used is listed; every result has a rule, one relative place and a region."""
    found = sarif(data, fail_on)
    listed = found["tool"]["driver"]["rules"]
    assert found["results"]
    for result in found["results"]:
        assert listed[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["message"]["text"]
        (place,) = result["locations"]
        uri = place["physicalLocation"]["artifactLocation"]["uri"]
        assert not re.search(r"^[a-z]+:|^/|[ \\]", uri)
        region = place["physicalLocation"]["region"]
        assert region["startLine"] >= 1
        assert (region["endLine"], region["endColumn"]) > (
            region["startLine"],
            region["startColumn"],
        )
        assert result["partialFingerprints"]["primaryLocationLineHash"]
    for rule in listed:
        assert rule["help"]["text"]
        assert rule["shortDescription"]["text"]
        assert len(rule["fullDescription"]["text"]) <= 1024


def test_sarif_lists_only_rules_that_exist(data: dict[str, Any]) -> None:
    """Rules come from the table of rules, each once."""
    names = [row["id"] for row in sarif(data, "any")["tool"]["driver"]["rules"]]
    assert len(names) == len(set(names))
    assert names == sorted(rules())


def test_sarif_links_are_alive(data: dict[str, Any]) -> None:
    """A link of a message names a related place; what a document holds is no link."""
    for result in sarif(data)["results"]:
        links = re.findall(r"(?<!\\)\]\((\d+)\)", result["message"]["text"])
        assert [int(name) for name in links] == [row["id"] for row in result["relatedLocations"]]
        assert not re.search(r"(?<!\{)\{\d", result["message"]["text"])


def fingerprints(data: dict[str, Any]) -> set[str]:
    """Fingerprints of all results."""
    return {row["partialFingerprints"]["primaryLocationLineHash"] for row in sarif(data)["results"]}


def test_fingerprints_survive_edits_elsewhere(tmp_path: Path, data: dict[str, Any]) -> None:
    """Lines move and another source repeats a value: the old findings keep their names."""
    moved = {name: MORE + text for name, text in TEXTS.items()}
    (tmp_path / "moved").mkdir()
    assert fingerprints(document(tmp_path / "moved", moved)) == fingerprints(data)
    (tmp_path / "more").mkdir()
    more = {**TEXTS, "c.txt": "The Orrin Museum was founded in 1963, we found.\n"}
    assert fingerprints(document(tmp_path / "more", more)) > fingerprints(data)


def test_fingerprints_tell_values_apart(tmp_path: Path, data: dict[str, Any]) -> None:
    """Another value is another finding."""
    other = {**TEXTS, "b.txt": "The Orrin Museum was established in 1967.\n"}
    assert not fingerprints(document(tmp_path, other)) & fingerprints(data)


@pytest.mark.parametrize("fail_on", ["conflict", "any", "never"])
def test_junit_counts_are_true(data: dict[str, Any], fail_on: str) -> None:
    """Well formed; one case a cluster; the counts are those of the cases."""
    text = render(data, "junit", fail_on=fail_on)
    suite = ElementTree.fromstring(text.encode()).find("testsuite")
    assert suite is not None
    assert int(suite.attrib["tests"]) == len(suite) == len(data["clusters"])
    assert int(suite.attrib["failures"]) == len(suite.findall("testcase/failure"))
    failure = suite.find("testcase/failure")
    assert (failure is None) == (fail_on == "never")
    if failure is not None:
        assert "1963" in (failure.text or "")
        assert "b.txt:1:" in (failure.text or "")


def test_jsonld_rates_no_truth(data: dict[str, Any]) -> None:
    """A review for every cluster, rated in words only; references stay inside the graph."""
    graph = json.loads(render(data, "jsonld"))["@graph"]
    reviews = [row for row in graph if row["@type"] == "ClaimReview"]
    assert len(reviews) == len(data["clusters"])
    known = {row["@id"] for row in graph}
    for review in reviews:
        rating = review["reviewRating"]
        assert not {"ratingValue", "bestRating", "worstRating"} & set(rating)
        assert not re.search(r"\b(false|true)\b", rating["alternateName"].lower())
        appearance = {row["@id"] for row in review["itemReviewed"]["appearance"]}
        assert appearance | {review["author"]["@id"]} <= known
        assert all(re.fullmatch(r"[!-~]+", name) for name in known)


def test_unread_input_is_an_error_everywhere(data: dict[str, Any]) -> None:
    """What could not be read is seen in every format of findings."""
    row = {
        "rule": "CR901",
        "level": "error",
        "message": "gone.txt: no such file",
        "document": "gone.txt",
        "span": None,
    }
    broken = {**data, "diagnostics": [row], "complete": False}
    assert sarif(broken)["results"][-1]["level"] == "error"
    assert sarif(broken)["invocations"][0]["executionSuccessful"] is False
    assert 'errors="1"' in render(broken, "junit")
    assert render(broken, "github").startswith("::error file=gone.txt,")
    assert "gone.txt:1:1: CR901 error: " in render(broken, "concise")


def test_sarif_steps_through_the_sides(data: dict[str, Any]) -> None:
    """The flow begins where the result stands and goes through every other side."""
    for result in sarif(data)["results"]:
        (flow,) = result["codeFlows"][0]["threadFlows"]
        steps = [row["location"]["physicalLocation"] for row in flow["locations"]]
        others = [row["physicalLocation"] for row in result["relatedLocations"]]
        assert steps == [result["locations"][0]["physicalLocation"], *others]


ALLOWED = {  # by junit-10.xsd of the xunit plugin of Jenkins
    "testsuites": {"name", "time", "tests", "failures", "errors"},
    "testsuite": {"name", "tests", "failures", "errors", "skipped", "time", "id", "file"},
    "testcase": {"name", "classname", "time", "group"},
    "failure": {"type", "message"},
    "error": {"type", "message"},
    "skipped": {"type", "message"},
}


def test_junit_keeps_its_schema(data: dict[str, Any]) -> None:
    """Elements and attributes that a strict reader knows."""
    accepted = {**data["clusters"][0], "accepted": {"by": "baseline", "reason": "known"}}
    unread = {"rule": "CR901", "level": "error", "message": "cannot be read", "document": "x.txt"}
    more = {**data, "clusters": [accepted, *data["clusters"]], "diagnostics": [unread]}
    seen = set()
    for element in ElementTree.fromstring(render(more, "junit", fail_on="any")).iter():
        seen.add(element.tag)
        assert set(element.attrib) <= ALLOWED[element.tag]
    assert seen == set(ALLOWED)


def test_sarif_tells_an_absolute_folder_once(tmp_path: Path) -> None:
    """Places stay relative to a base, as code scanning wants them."""
    found = sarif(to_dict(run(tmp_path, TEXTS)))
    (base,) = found["originalUriBaseIds"].values()
    assert base["uri"] == f"file://{tmp_path}/"
    for result in found["results"]:
        for row in (*result["locations"], *result["relatedLocations"]):
            place = row["physicalLocation"]["artifactLocation"]
            assert place["uriBaseId"] in found["originalUriBaseIds"]
            assert "/" not in place["uri"]
    assert "originalUriBaseIds" not in sarif(document(tmp_path, TEXTS))
