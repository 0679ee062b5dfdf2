"""A corpus of several subjects: the same figure in two of them is of two things."""

from __future__ import annotations

from pathlib import Path

from helpers import run

from twosource.match.documents import settled, with_lone
from twosource.match.explain import explain_blocking, explain_two
from twosource.match.subjects import by_subject, subject_groups, subjects_of
from twosource.model import Kind, Report

FERRY = (
    "The ferry Halden ran aground off Morvik in fog at 6:40 on 3 May 2021. {} "
    "Two tugs of the harbour master of Morvik towed the ferry to the quay on 4 May 2021."
)
CHOIR = (
    "The choir of Orrin sang Brunner's requiem in the old mill on 9 June 2019. {} "
    "The concert in the mill raised 1,900 euros for a new roof of the chapel of Orrin."
)
PEOPLE = "On board the Halden were 84 people, the shipping line said."
SINGERS = "On stage in the mill were 84 people, the choir said."


def test_two_subjects(tmp_path: Path) -> None:
    """Each pair of texts on one subject is joined; no cluster holds both subjects."""
    texts = {
        "a.txt": FERRY.format(PEOPLE),
        "b.txt": FERRY.format("There were 84 people on board the Halden when it struck a rock."),
        "c.txt": CHOIR.format(SINGERS),
        "d.txt": CHOIR.format("There were 84 people on the stage of the mill in Orrin."),
    }
    report = run(tmp_path, texts)
    assert len(set(subjects_of(report.assertions).values())) == 2
    file = {source.id: Path(source.document).name for source in report.sources}
    held = {item.id: file[item.source] for item in report.assertions}
    groups = [{held[name] for name in cluster.members} for cluster in report.clusters]
    assert {"a.txt", "b.txt"} in groups
    assert {"c.txt", "d.txt"} in groups
    assert not [g for g in groups if g & {"a.txt", "b.txt"} and g & {"c.txt", "d.txt"}]


def test_one_subject_has_no_groups(tmp_path: Path) -> None:
    """The field is not there at all, so that reports on one subject stay as they are."""
    report = run(tmp_path, {"a.txt": FERRY.format(PEOPLE), "b.txt": FERRY.format(PEOPLE)})
    assert subjects_of(report.assertions) == {}
    fields = {
        row[0] for cluster in report.clusters for link in cluster.links for row in link.fields
    }
    assert fields
    assert "documents" not in fields


def test_a_lone_text_goes_to_its_like() -> None:
    """One text is less like its group than two subjects of one town can be to each other."""
    vectors = [
        {"tram": 1.0},
        {"tram": 1.0},
        {"tram": 0.1, "dog": 0.995},
        {"whale": 1.0},
        {"whale": 1.0},
    ]
    groups = [[0, 1], [2], [3, 4]]
    assert with_lone(groups, vectors, 0.06) == [[0, 1, 2], [3, 4]]
    assert with_lone(groups, vectors, 0.2) == [[0, 1], [3, 4], [2]]


def test_texts_of_one_form_go_back_to_their_subjects() -> None:
    """Two lists of questions met each other before they met what they are about."""
    ferry, tram = {"ferry": 1.0}, {"tram": 1.0}
    asked = [{"ask": 0.9, "ferry": 0.436}, {"ask": 0.9, "tram": 0.436}]
    vectors = [ferry, ferry, tram, tram, *asked]
    assert settled([[0, 1], [2, 3], [4, 5]], vectors, 0.08) == [[0, 1, 4], [2, 3, 5]]
    # both of one subject: a group of its own, for all that this shows
    vectors[5] = asked[0]
    assert settled([[0, 1], [2, 3], [4, 5]], vectors, 0.08) == [[0, 1], [2, 3], [4, 5]]
    # and what resembles no other group enough is no form
    assert settled([[0, 1], [2, 3], [4, 5]], vectors, 0.5) == [[0, 1], [2, 3], [4, 5]]


def test_a_text_goes_to_the_group_it_resembles_more() -> None:
    """It joined the first when that was all there was."""
    ferry, tram = {"ferry": 1.0}, {"tram": 1.0}
    vectors = [ferry, ferry, {"ferry": 0.6, "tram": 0.8}, tram, tram, {"choir": 1.0}]
    assert settled([[0, 1, 2], [3, 4], [5]], vectors, 0.08) == [[0, 1], [2, 3, 4], [5]]
    vectors[2] = {"ferry": 0.8, "tram": 0.6}
    assert settled([[0, 1, 2], [3, 4], [5]], vectors, 0.08) == [[0, 1, 2], [3, 4], [5]]


TEXTS = {
    "a.txt": FERRY.format(PEOPLE),
    "b.txt": FERRY.format("There were 84 people on board the Halden when it struck a rock."),
    "c.txt": CHOIR.format(SINGERS),
    "d.txt": CHOIR.format("There were 84 people on the stage of the mill in Orrin."),
}


def clusters(report: Report) -> set[tuple[str, ...]]:
    """The clusters by text file and place."""
    file = {source.id: Path(source.document).name for source in report.sources}
    at = {a.id: f"{file[a.source]}:{a.span.start}:{a.kind}" for a in report.assertions}
    return {tuple(sorted(at[name] for name in c.members)) for c in report.clusters}


def test_a_mixed_folder_gives_what_each_subject_gives(tmp_path: Path) -> None:
    """How rare a word is, is a matter of its own subject."""
    folders = [tmp_path / name for name in ("both", "ferry", "choir")]
    for folder in folders:
        folder.mkdir()
    both = run(folders[0], TEXTS)
    ferry = run(folders[1], {name: TEXTS[name] for name in ("a.txt", "b.txt")})
    choir = run(folders[2], {name: TEXTS[name] for name in ("c.txt", "d.txt")})
    assert clusters(both) == clusters(ferry) | clusters(choir)
    weights = [
        {tuple(link.fields) for c in report.clusters for link in c.links}
        for report in (both, ferry, choir)
    ]
    assert weights[0] == weights[1] | weights[2]


def test_a_day_has_the_year_of_its_own_subject(tmp_path: Path) -> None:
    """The full dates of another subject lie as near, and in another year."""
    texts = {
        **TEXTS,
        "a.txt": f"Ferry aground\n\nMORVIK, May 4 (Wire) - {TEXTS['a.txt']}",
        "c.txt": f"A requiem in the mill\n\nORRIN, June 10 (Wire) - {TEXTS['c.txt']}",
        "d.txt": f"{TEXTS['d.txt']} The choir had sung it on 5 May 2019, too.",
    }
    report = run(tmp_path, texts)
    dates = {Path(source.document).name: source.metadata.date for source in report.sources}
    assert (dates["a.txt"], dates["c.txt"]) == ("2021-05-04", "2019-06-10")


def test_names_are_joined_within_a_subject(tmp_path: Path) -> None:
    """The Brandt of the ferry is not the Brandt of the choir; order of documents is kept."""
    texts = {
        **TEXTS,
        "a.txt": f"{TEXTS['a.txt']} Captain Elias Brandt sailed the Halden for 12 years.",
        "d.txt": f"{TEXTS['d.txt']} Brandt sang for 30 minutes.",
    }
    report = run(tmp_path, texts)
    names = {name for item in report.assertions for name in item.slot.entities}
    assert {"Elias Brandt", "Brandt"} <= names
    order = [Path(source.document).name for source in report.sources]
    assert order == sorted(texts)
    told = list(dict.fromkeys(item.source for item in report.assertions))
    assert told == [source.id for source in report.sources]
    alone = run(tmp_path, {name: texts[name] for name in ("a.txt", "b.txt")})
    assert {a for part in (alone,) for a in part.aliases} <= set(report.aliases)


SHORT = {"a": ["Recorder shows 118 km/h."], "b": ["He came at 92 km/h, past the board."]}
LONG = {
    f"{name}{number}": [text.format(more) for _ in range(4)]
    for name, text, told in (("ferry", FERRY, PEOPLE), ("choir", CHOIR, SINGERS))
    for number, more in enumerate((told, ""))
}


def test_a_sentence_is_no_subject() -> None:
    """Few words go with what they resemble most; with nothing alike they stay apart."""
    assert subject_groups(SHORT) == [["a", "b"]]
    assert subject_groups({**SHORT, "b": ["Bread is dear."]}) == [["a"], ["b"]]
    apart = subject_groups(LONG)
    assert apart == [["choir0", "choir1"], ["ferry0", "ferry1"]]
    late = {"late": ["Tugs came late."]}  # one word of the ferry's
    assert subject_groups({**LONG, **late}) == [apart[0], [*apart[1], "late"]]
    assert subject_groups({}) == []


def test_two_subjects_never_meet(tmp_path: Path) -> None:
    """Asked for, such a pair is compared, and no sum would join it."""
    report = run(tmp_path, TEXTS)
    assert [len({item.source for item in told}) for told in by_subject(report.assertions)] == [2, 2]
    counts = {
        str(row.kind): (row.compared, row.never)
        for row in explain_blocking(report.assertions, report.sources)
    }
    sizes = {kind: sum(a.kind is kind for a in report.assertions) for kind in Kind}
    assert all(sum(counts[str(kind)]) == n * (n - 1) // 2 for kind, n in sizes.items())
    people = [a for a in report.assertions if a.text == "84"]
    assert len(people) == 4
    subjects = subjects_of(report.assertions)
    for one in people:
        for two in people:
            found = explain_two(report.assertions, report.sources, one, two)
            other = ("documents", "other") in [field[:2] for field in found.fields]
            assert other == (subjects[one.source] != subjects[two.source]) == (found.needed > 1e8)
