"""A corpus of several subjects: the same figure in two of them is of two things."""

from __future__ import annotations

from pathlib import Path

from helpers import run

from twosource.match.documents import with_lone
from twosource.match.subjects import subjects_of

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
