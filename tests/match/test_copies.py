"""Many copies of one statement: a few are compared, and nothing else changes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.match import match
from twosource.match.copies import STANDING, copied_texts, expand, stand_ins, with_copies
from twosource.model import Assertion, Report
from twosource.pipeline import corroborate, extract_assertions

SENTENCES = [
    "The Orrin Museum was founded in 1963.",
    "The Orrin Museum was opened in 1965 by Anna Reed.",
    "The museum in Orrin has 3,400 members.",
    "About 412 people visited the Orrin Museum on 3 May 1998.",
    "The hall of the museum cost 2.3 million euros.",
    "At least 12 people were injured when the roof of the hall collapsed.",
    "Police said 14 people were injured when the roof collapsed.",
    "Harbour Freight employed 96 workers in Orrin in 2014.",
]
Facts = set[tuple[frozenset[str], str, str]]


def told(folder: Path, texts: dict[str, str]) -> Report:
    """Write the texts and report on them."""
    for name, text in texts.items():
        (folder / name).write_text(text + "\n", encoding="utf-8")
    return corroborate([folder / name for name in sorted(texts)])


def facts(report: Report) -> Facts:
    """What is in each cluster, by its sentences and values, and what was decided of it."""
    known = {item.id: item for item in report.assertions}
    return {
        (
            frozenset(f"{known[i].plain}|{known[i].text}" for i in cluster.members),
            str(cluster.verdict),
            str(cluster.detail),
        )
        for cluster in report.clusters
    }


@settings(max_examples=15, deadline=None)
@given(
    copied=st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4, unique=True),
    other=st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4, unique=True),
    more=st.integers(1, 5),
)
def test_more_copies_change_nothing(
    tmp_path_factory: pytest.TempPathFactory, copied: list[str], other: list[str], more: int
) -> None:
    """A text that is printed more often states the same facts, with the same verdicts."""
    few = {f"c{i:02}.txt": " ".join(copied) for i in range(STANDING)}
    many = few | {f"d{i:02}.txt": " ".join(copied) for i in range(more)}
    rest = {"x.txt": "A letter\n\n" + " ".join(other)}
    one = told(tmp_path_factory.mktemp("few"), few | rest)
    two = told(tmp_path_factory.mktemp("many"), many | rest)
    assert facts(one) == facts(two)
    assert sum(len(cluster.members) for cluster in two.clusters) == len(two.assertions)


@settings(max_examples=8, deadline=None)
@given(
    texts=st.lists(
        st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4, unique=True),
        min_size=2,
        max_size=STANDING,
    )
)
def test_few_copies_are_all_compared(
    tmp_path_factory: pytest.TempPathFactory, texts: list[list[str]]
) -> None:
    """No statement of six texts or fewer is put behind another."""
    folder = tmp_path_factory.mktemp("texts")
    for number, text in enumerate(texts):
        (folder / f"t{number}.txt").write_text(" ".join(text) + "\n", encoding="utf-8")
    report = extract_assertions([folder])
    assert stand_ins(report.assertions, {}) == {}


def test_what_stands_for_a_copy_says_the_same(tmp_path: Path) -> None:
    """Only word for word, of one value and one slot; a figure that differs stands by itself."""
    texts = {f"c{i}.txt": SENTENCES[2] for i in range(9)} | {"o.txt": "It has 3,500 members."}
    report = told(tmp_path, texts)
    known = {item.id: item for item in report.assertions}
    copied = stand_ins(report.assertions, {})
    assert len(copied) == 3
    for name, standing in copied.items():
        assert len(standing) == STANDING
        assert {known[i].plain for i in (name, *standing)} == {SENTENCES[2]}
    assert stand_ins(report.assertions, {}, most=2).keys() > copied.keys()


def test_a_copy_that_does_not_fit_stands_alone(tmp_path: Path) -> None:
    """One source tells the statement twice: its second telling is asked for like any other."""
    report = told(tmp_path, {"a.txt": SENTENCES[2], "b.txt": SENTENCES[2], "c.txt": SENTENCES[2]})
    items = sorted(report.assertions, key=lambda item: item.id)
    third: Assertion = replace(items[2], source=items[0].source)
    copied = {third.id: (items[0].id, items[1].id)}
    groups = [(0, 1)]
    assert expand(groups, [*items[:2], third], copied, lambda a, b: True) == [(0, 1, 2)]
    assert expand(groups, [*items[:2], third], copied, lambda a, b: False) == [(0, 1), (2,)]
    assert expand(groups, items[:2], {}, lambda a, b: False) == groups


def test_every_copy_is_in_a_cluster_of_its_kind(tmp_path: Path) -> None:
    """Nothing is lost: match puts each stated assertion in exactly one cluster."""
    report = told(tmp_path, {f"c{i:02}.txt": " ".join(SENTENCES) for i in range(10)})
    clusters = match(report.assertions, report.sources)
    members = [name for cluster in clusters for name in cluster.members]
    assert sorted(members) == sorted(item.id for item in report.assertions)


TEXTS = [
    # sentences of the texts, how many are put behind others
    ([SENTENCES[:3]] * 9, 3),
    ([[*SENTENCES[:3], f"Paper {i}."] for i in range(9)], 3),  # each under its own headline
    ([["Read more.", f"Town {i} opened a pool."] for i in range(9)], 0),  # boilerplate
    ([[f"Town {i} opened a pool."] for i in range(9)], 0),
    ([SENTENCES[:3]] * STANDING, 0),
]


@pytest.mark.parametrize(("texts", "behind"), TEXTS)
def test_texts(texts: list[list[str]], behind: int) -> None:
    """A text is a copy when most of it is; it joins the group of those that stand for it."""
    named = {f"t{i}": text for i, text in enumerate(texts)}
    copied = copied_texts(named)
    assert len(copied) == behind
    groups = [tuple(sorted(named.keys() - copied.keys()))]
    assert with_copies(groups, copied) == (tuple(sorted(named)),)
