"""What a source that credits another one has from there, and what it knows itself."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))
from helpers import run

FIRST = (
    "We know of 23 people who are ill. At the mill 84,312 spindles turn. The wheel weighs 2.6 tonnes. "
    "The mill has 7 looms. It was built in 1931. The dam is 310 metres long, and the ditch 70 days old."
)
CREDIT = "The Food Watcher reports 23 people ill. It rained. Nobody went out. The cats stayed in. "

TAKEN = [
    # words of the second, its figure, has it that from the first?
    ("At the mill there are 84,312 spindles.", "84,312", True),
    ("The dam is 310 metres long.", "310", True),
    ("The ditch is ten weeks old.", "ten weeks", True),  # the same in another unit, to the day
    # its own: rounded, a bound, counted by itself, a few of anything
    ("At the mill there are more than 84,000 spindles.", "84,000", False),
    ("The wheel weighs about three tonnes.", "three tonnes", False),
    ("We counted 84,312 spindles at the mill.", "84,312", False),
    ("There are 7 looms.", "7", False),
]


@pytest.mark.parametrize(("words", "figure", "taken"), TAKEN)
def test_what_is_taken(tmp_path: Path, words: str, figure: str, *, taken: bool) -> None:
    """Only a figure told as there is put down to the one credited now and then."""
    assert (_root(tmp_path, CREDIT + words, figure) == "own:a") is taken


def test_a_line_of_credit_holds_for_the_chain(tmp_path: Path) -> None:
    """What the credited source does not tell may stand in the one that it credits itself."""
    texts = {
        "a.txt": "The mill has 84,312 spindles. 23 people are ill.",
        "c.txt": "The Food Watcher reports 23 people ill.",
        "b.txt": "Harbour Line reports 23 people ill. The mill has 84,312 spindles.",
    }
    names = {"a": "The Food Watcher", "b": "A blog", "c": "Harbour Line"}
    assert _roots(tmp_path, texts, names, "84,312") == "own:a"


NOTES = [
    # text of the second, does the figure go back to the first? Who gives notes says where each is from
    ("The Food Watcher said there were 40 cats. They sat on 84,312 spindles.", True),
    ("The Food Watcher said there were 40 cats.[1] They sat on 84,312 spindles.\n\nReferences\n1. A. Pell, Cats, 1999.", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "taken"), NOTES)
def test_who_gives_notes_goes_on_with_nobody(tmp_path: Path, text: str, *, taken: bool) -> None:
    assert (_root(tmp_path, text, "84,312") == "own:a") is taken


DENIED = [
    ("Witnesses saw 84,312 spindles, which the Food Watcher denied.", False),
    ("The Food Watcher confirmed that there are 84,312 spindles.", True),
]


@pytest.mark.parametrize(("text", "taken"), DENIED)
def test_what_is_denied_is_not_his(tmp_path: Path, text: str, *, taken: bool) -> None:
    assert (_root(tmp_path, text, "84,312") == "own:a") is taken


def test_a_figure_written_alike_comes_before_one_that_only_fits(tmp_path: Path) -> None:
    """ "200,000" may be 186,000, too; but there it stands as 186,000."""
    first = (
        "The stone went for 186,000 marks. The council hoped to raise 200,000 marks for the stone."
    )
    text = "The stone went for 186,000 marks.[1]\n\nNotes\n1. The Food Watcher, 4 March 2019."
    texts = {"a.txt": first, "b.txt": text}
    names = {"a": "The Food Watcher", "b": "Omnipedia"}
    assert _roots(tmp_path, texts, names, "186,000") == "own:a"


def _root(folder: Path, text: str, figure: str) -> str:
    names = {"a": "The Food Watcher", "b": "A blog"}
    return _roots(folder, {"a.txt": FIRST, "b.txt": text}, names, figure)


def _roots(folder: Path, texts: dict[str, str], names: dict[str, str], figure: str) -> str:
    """The root of the figure in b; every source is dated to a day after the one before it."""
    days = {"a": "2019-03-04", "c": "2019-03-05", "b": "2019-03-06"}
    manifest = "".join(
        f'[[source]]\npath = "{key}.txt"\npublisher = "{name}"\ndate = "{days[key]}"\n'
        for key, name in names.items()
    )
    report = run(folder, texts, manifest)
    (root,) = {a.origin for a in report.assertions if a.source == "b" and figure in a.text}
    return root
