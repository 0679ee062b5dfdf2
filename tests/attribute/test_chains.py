"""Chains of sources, bodies behind several articles, ties: each link with its evidence."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))
from helpers import run, verdicts

from twosource.model import OriginKind
from twosource.report import to_dict
from twosource.report.lineage import edges
from twosource.report.view import view


def page(publisher: str, day: int, text: str, author: str = "") -> str:
    """An article with its metadata."""
    by = f"author: {author}\n" if author else ""
    return f"---\npublisher: {publisher}\ndate: 2021-05-{day:02}\n{by}---\n\n{text}\n"


CHAIN = {
    "a.md": page("Tessen Wire", 1, "The Norrey fire destroyed 412 homes, Mayor Ada Lind told Tessen Wire."),
    "b.md": page("Harbour Post", 2, "According to Tessen Wire, the Norrey fire destroyed 412 homes."),
    "c.md": page("Coast Today", 3, "The Norrey fire destroyed 412 homes, the Harbour Post reported."),
}  # fmt: skip


def test_a_chain_of_three(tmp_path: Path) -> None:
    """Website -> newspaper -> agency -> mayor: one root, and every link can be read."""
    report = run(tmp_path, CHAIN)
    homes = [a for a in report.assertions if a.text == "412"]
    roots = {a.origin for a in homes}
    assert len(homes) == 3
    assert len(roots) == 1
    (origin,) = [o for o in report.origins if o.id in roots]
    assert origin.label == "Ada Lind"
    path = {step.source: step for step in origin.steps}
    ends = {name: path[name].to for name in path}
    assert ends == {"c": "b", "b": "a", "a": origin.id}
    texts = {document.path: document.text for document in report.documents}
    shown = {n: texts[s.document][s.span.start : s.span.end] for n, s in path.items()}
    assert shown == {
        "a": "Mayor Ada Lind told",
        "b": "According to Tessen Wire",
        "c": "the Harbour Post reported",
    }
    assert verdicts(report, homes[0].text) == {("single-citation", "one-origin")}


def test_the_graph_shows_the_chain_link_by_link(tmp_path: Path) -> None:
    report = run(tmp_path, CHAIN)
    pairs = set(edges(view(to_dict(report))))
    assert {("b", "c"), ("a", "b")} <= pairs
    assert ("a", "c") not in pairs


NOTE = "\n## Notes\n\n[1] Norrey Land Office, “Yearbook 2020,” August 2020.\n"
CITING = page(
    "Harbour Post",
    4,
    "According to the Norrey Land Office, 412 farms are left in the valley.[1]\n" + NOTE,
)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        # the sentence goes on with the figures of the office, which gives this one elsewhere
        ("The Norrey Land Office puts the number of villages at 31. In the valley 412 farms are left.", "single-citation"),
        ("In the valley 412 farms are left, the Norrey Land Office said.", "single-citation"),
        # silent: nobody is named before, or somebody who is not known to give it
        ("In the valley 412 farms are left.", "agree"),
        ("Ruth Pell puts the number of villages at 31. In the valley 412 farms are left.", "agree"),
    ],
)  # fmt: skip
def test_one_body_behind_several_articles(tmp_path: Path, text: str, verdict: str) -> None:
    """A body's figure stays its own where one article cites it and another goes on with it."""
    report = run(tmp_path, {"a.md": CITING, "b.md": page("Coast Today", 5, text)})
    found = next(a.text for a in report.assertions if "412" in a.text)
    assert {kind for kind, _ in verdicts(report, found)} == {verdict}


def test_two_works_of_one_author_are_one_origin(tmp_path: Path) -> None:
    other = CITING.replace("Harbour Post", "Coast Today").replace(
        "Yearbook 2020,” August 2020", "Farms at a glance,” May 2021"
    )
    report = run(tmp_path, {"a.md": CITING, "b.md": other})
    assert len({a.origin for a in report.assertions if "412" in a.text}) == 1


def test_who_quotes_the_author_of_another_source_is_tied_to_him(tmp_path: Path) -> None:
    texts = {
        "a.md": page("Harbour Post", 1, "The mill has 41 windows.", "Ada Brenner"),
        "b.md": page(
            "Coast Today", 2, "“It is red,” Ada Brenner writes in a book. It has 9 doors."
        ),
        "c.md": page("Daily Meridian", 3, "“It is red,” Otto Brenner writes. It has 9 doors."),
    }
    report = run(tmp_path, texts)
    ties = [(t.source, t.other, t.kind) for t in report.ties]
    assert ties == [("b", "a", "cites-author")]
    (tie,) = report.ties
    assert tie.span
    document = next(d for d in report.documents if d.path == tie.document)
    assert document.text[tie.span.start : tie.span.end] == "Ada Brenner writes"
    assert ("a", "b") in edges(view(to_dict(report)))


@pytest.mark.parametrize(
    ("one", "two", "tied"),
    [
        ("https://www.norrey.test/a", "http://norrey.test/b", True),
        ("https://norrey.test/a", "https://ostrel.test/a", False),
        ("https://medium.com/@a/1", "https://medium.com/@b/2", False),  # everybody writes there
    ],
)
def test_pages_of_one_site_are_one_voice(tmp_path: Path, one: str, two: str, tied: bool) -> None:
    rows = "".join(
        f'[[source]]\npath = "{name}.txt"\nurl = "{url}"\n'
        for name, url in (("a", one), ("b", two))
    )
    text = "The mill has 41 windows.\n"
    report = run(tmp_path, {"a.txt": text, "b.txt": "Windows of the mill: it has 41.\n"}, rows)
    assert (len({group for _, group in report.origin_groups}) == 1) is tied


def test_same_surname_is_the_person_named_before(tmp_path: Path) -> None:
    text = "Mayor Ada Lind said the mill has 41 windows. It has 9 doors, Lind said."
    report = run(tmp_path, {"a.txt": text})
    said = {a.origin for a in report.assertions if a.text.split()[0] in {"41", "9"}}
    assert len(said) == 1
    assert {o.kind for o in report.origins if o.id in said} == {OriginKind.WORK}


@pytest.mark.parametrize(
    ("text", "verdict", "drift"),
    [
        ("According to the Harbour Post, the Norrey fire destroyed 421 homes.", ("conflict", "misquoted"), True),
        ("According to the Harbour Post, the Norrey fire destroyed 412 homes.", ("single-citation", "one-origin"), False),
    ],
)  # fmt: skip
def test_drift_along_a_chain(
    tmp_path: Path, text: str, verdict: tuple[str, str], drift: bool
) -> None:
    """What the named source really states stands beside the link."""
    texts = {
        "a.md": page("Harbour Post", 2, "The Norrey fire destroyed 412 homes."),
        "b.md": page("Coast Today", 2, text),
    }
    report = run(tmp_path, texts)
    figure = next(
        a.text for a in report.assertions if a.source == "b" and str(a.kind) == "quantity"
    )
    assert verdict in verdicts(report, figure)
    steps = [step.why for origin in report.origins for step in origin.steps if step.source == "b"]
    assert any("there it is 412" in why for why in steps) is drift


INSIDE = [
    # sentence, speaker, who passes it on
    ("The Daily Norrey, citing the Orland Agency, said 412 homes burnt.", "the Orland Agency", "The Daily Norrey"),
    ("The Daily Norrey said 412 homes burnt, citing the Orland Agency.", "the Orland Agency", "The Daily Norrey"),
    ("According to the Daily Norrey, which quotes Ada Lind, 412 homes burnt.", "Ada Lind", "the Daily Norrey"),
    ("As the Daily Norrey wrote, 412 homes burnt.", "the Daily Norrey", None),
    # silent: nobody named is cited, or somebody else's words are meant
    ("The Daily Norrey, citing officials, said 412 homes burnt.", "The Daily Norrey", None),
    ("The book, which quotes Ada Lind, says 412 homes burnt.", "Ada Lind", "The book"),
    ("The council met; citing Ada Lind, a clerk left. The mayor said 412 homes burnt.", "The mayor", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "through"), INSIDE)
def test_a_chain_inside_a_sentence(
    tmp_path: Path, text: str, speaker: str, through: str | None
) -> None:
    report = run(tmp_path, {"a.md": page("Coast Today", 1, text)})
    said = next(a.attribution for a in report.assertions if a.text == "412")
    assert said
    assert (said.speaker, said.through) == (speaker, through)
    (step,) = [s for o in report.origins for s in o.steps]
    shown = report.documents[0].text[step.span.start : step.span.end]
    assert speaker in shown
    assert (through or "") in shown


def test_sources_that_cite_each_other_have_no_known_root(tmp_path: Path) -> None:
    report = run(
        tmp_path,
        {
            "a.md": page("Harbour Post", 1, "According to Coast Today, 412 homes burnt."),
            "b.md": page("Coast Today", 1, "According to the Harbour Post, 412 homes burnt."),
        },
    )
    kinds = {o.id: o.kind for o in report.origins}
    assert {kinds[a.origin] for a in report.assertions} == {OriginKind.UNKNOWN}
    assert not any("there it is" in step.why for o in report.origins for step in o.steps)
