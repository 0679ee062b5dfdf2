"""Reports say who is meant by "it" and "the bridge", and by which rule two names were made one."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))
from helpers import run

from twosource.contract import violations
from twosource.report import render, to_dict
from twosource.report.explained import explained
from twosource.report.meant import Names, around, found_words, rule_words, short_words
from twosource.report.view import view
from twosource.rules.links import link_rules

TEXTS = {
    "a.txt": "The Joint Relief Agency (JRA) has a camp. The JRA counted 5,950 homeless people on 3 June 2014.\n"
    "The Kelbury Bridge was renewed. The bridge cost 3.4 million euros.\n",
    "b.txt": "On 3 June 2014 the Joint Relief Agency counted 5,590 homeless people. Police arrested Petr Dvorak in 2016.\n",
    "c.txt": "The Kelbury Bridge cost 3.9 million euros. Dvorak was arrested in 2016.\n",
}  # fmt: skip


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """A report with a description, brackets behind a name and a lone surname."""
    return to_dict(run(tmp_path_factory.mktemp("texts"), TEXTS))


def row(data: dict[str, Any], text: str) -> dict[str, Any]:
    """The assertion with this text."""
    return next(item for item in data["assertions"] if item["text"] == text)


def cluster(data: dict[str, Any], text: str) -> dict[str, Any]:
    """The cluster of that assertion."""
    name = row(data, text)["id"]
    return next(found for found in data["clusters"] if name in found["members"])


def page(data: dict[str, Any], text: str) -> str:
    """What `explain` says of it, line breaks taken out."""
    return " ".join(explained(data, cluster(data, text)).split())


def test_it_keeps_the_schema(data: dict[str, Any]) -> None:
    """The field is there, with line and column, and absent where the clause says it."""
    assert violations(data, "report") == []
    found = row(data, "3.4 million euros")["subject_from"]
    assert found["rule"] == "description"
    assert (found["phrase"]["line"], found["phrase"]["column"]) == (2, 33)
    assert (found["antecedent"]["line"], found["antecedent"]["column"]) == (2, 5)
    assert "subject_from" not in row(data, "3.9 million euros")


def test_words(data: dict[str, Any]) -> None:
    """One line for a terminal, a shorter one beside a quote, none where the clause says it."""
    item = row(data, "3.4 million euros")
    assert found_words(item) == 'Kelbury Bridge, from "The bridge" (description), named in line 2'
    assert short_words(item) == "“The bridge” is Kelbury Bridge (description, line 2)"
    assert around(view(data), item) == "The Kelbury Bridge was renewed."
    plain = row(data, "3.9 million euros")
    assert (found_words(plain), short_words(plain), around(view(data), plain)) == ("", "", "")


PARTS = [
    # rule, phrase, antecedent, words, short words
    ("main-subject", None, 3, "Amsel (main subject of the source), named in line 3", "about Amsel (main subject of the source, line 3)"),
    ("sole-name", "the bank", None, 'Amsel, from "the bank" (the only name with this word), which this source does not name',
     "“the bank” is Amsel (the only name with this word)"),
    ("pronoun", "it", 1, 'Amsel, from "it" (pronoun), named in line 1', "“it” is Amsel (pronoun, line 1)"),
    # a rule that a later version may have is shown by its id
    ("guessed", "it", 1, 'Amsel, from "it" (guessed), named in line 1', "“it” is Amsel (guessed, line 1)"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "phrase", "line", "words", "short"), PARTS)
def test_words_of_every_form(
    rule: str, phrase: str | None, line: int | None, words: str, short: str
) -> None:
    item = {
        "slot": {"subject": "Amsel"},
        "subject_from": {
            "rule": rule,
            "phrase": {"text": phrase} if phrase else None,
            "antecedent": {"text": "Amsel", "line": line} if line else None,
        },
    }
    assert (found_words(item), short_words(item)) == (words, short)


def test_a_noun_is_shown_without_its_mark() -> None:
    """ "~bank" is how the report tells a noun from a name."""
    item = {"slot": {"subject": "~bank"}, "subject_from": {"rule": "pronoun", "phrase": None, "antecedent": None}}  # fmt: skip
    assert short_words(item) == "about bank (pronoun)"


def test_explain_shows_both(data: dict[str, Any]) -> None:
    """The sentence that names the bridge; the sentence that makes two names one, or the rule."""
    told = page(data, "3.4 million euros")
    assert (
        'subject: Kelbury Bridge, from "The bridge" (description), named in line 2: The Kel' in told
    )
    assert "names taken for one" not in told
    told = page(data, "5,950")
    assert "names taken for one JRA is Joint Relief Agency (in brackets behind the name, " in told
    assert "a.txt:1): The Joint Relief Agency (JRA) has a camp." in told
    assert "Dvorak is Petr Dvorak (last word of a full name)" in page(data, "arrested in 2016")


def test_names_that_nobody_mixes_are_not_shown(data: dict[str, Any]) -> None:
    """Two sentences with one and the same name were not joined by another."""
    names, item = Names(view(data)), row(data, "5,950")
    assert names.taken_for_one([item]) == []
    assert names.taken_for_one([item, item]) == []
    assert len(names.taken_for_one([item, row(data, "5,590")])) == 1


def test_the_people_of_a_state(tmp_path: Path) -> None:
    """ "Danish" and "Denmark" are told where something is said of Denmark, not in passing."""
    texts = {
        "a.txt": "Denmark joined the Orrin League in 1973. In Denmark 48,312 people voted in May 2001.\n",
        "b.txt": "The Danish joined the Orrin League in 1973. The Danish papers count 48,312 people who voted in May 2001.\n",
    }  # fmt: skip
    found = to_dict(run(tmp_path, texts))
    names = Names(view(found))
    rows = [item for item in found["assertions"] if item["kind"] == "quantity"]
    assert {row["text"] for row in rows} == {"48,312"}
    assert all("Denmark" in row["slot"]["entities"] for row in rows)
    for subject, lines in (
        (None, []),
        ("Denmark", ["Danish is Denmark (word for the people of a state)"]),
    ):
        said = [{**row, "slot": {**row["slot"], "subject": subject}} for row in rows]
        assert names.taken_for_one(said) == lines


@pytest.mark.parametrize("form", ["html", "markdown"])
def test_reports_show_both(data: dict[str, Any], form: str) -> None:
    """Beside the quote, and where it says why the sentences were joined; nothing acts in it."""
    text = render(data, form).replace("\\", "")
    assert "“The bridge” is Kelbury Bridge (description, line 2)" in text
    assert "ames taken for one: JRA is Joint Relief Agency (in brackets behind the name, " in text


def test_every_rule_of_the_report_has_words(data: dict[str, Any]) -> None:
    """No alias and no subject is joined by a rule that `explain` does not know."""
    used = {alias["rule"] for alias in data["aliases"]}
    used |= {item["subject_from"]["rule"] for item in data["assertions"] if "subject_from" in item}
    assert {"parenthesis", "last-word", "description"} <= used <= set(link_rules())
    assert rule_words("last-word") == "last word of a full name"
