"""A thread speaks with many voices; a person is followed to his post, a weblog is found by its title."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from twosource.attribute.posting import is_handle_of

sys.path.insert(0, str(Path(__file__).parents[1]))
from helpers import run

HANDLES = [
    # handle, name, is it his?
    ("lferring", "Lutz Ferring", True),
    ("l.ferring", "Lutz Ferring", True),
    ("ferring_lutz", "Lutz Ferring", True),
    ("@AnnaPell77", "Anna Pell", True),
    ("apell", "Dr Anna Pell", True),
    ("mferring", "Lutz Ferring", False),
    ("ferring", "Ferring", False),
    ("jlee", "Jo Lee", False),  # three letters of a surname are any word's
    ("pepperpot", "Lutz Ferring", False),
]


@pytest.mark.parametrize(("handle", "name", "his"), HANDLES)
def test_a_handle(handle: str, name: str, *, his: bool) -> None:
    """First name or its initial and surname, in either order; nothing less."""
    assert is_handle_of(handle, name) is his


POSTS = (
    "Harbour board > News\n\n"
    "opell_1, 8 June 2019, 21:55\nThe wreck drifts by 0.31 degrees a day. The Dock Trust says so often what it likes.\n\n"
    "pepperpot_2, 9 June 2019, 01:20\nThe crane weighs 4.26 tonnes, by the way.\n\n"
    "opell_1, 9 June 2019, 22:40\nThe Dock Trust says that 52 berths are free.\n"
)


@pytest.mark.parametrize(
    ("text", "figure", "root"),
    [
        ("The wreck drifts by 0.31 degrees a day, according to Orla Pell, a keeper.", "0.31", True),
        ("The wreck drifts by 0.31 degrees a day, according to Anna Brandt, a keeper.", "0.31", False),
        ("The crane weighs 4.26 tonnes, according to Orla Pell, a keeper.", "4.26", False),
    ],
)  # fmt: skip
def test_a_person_is_followed_to_his_post(
    tmp_path: Path, text: str, figure: str, *, root: bool
) -> None:
    """Only to what he wrote himself, not to another's post of the thread."""
    report = run(tmp_path, {"thread.txt": POSTS, "news.txt": f"{text}\n"})
    found = {a.origin for a in report.assertions if a.source == "news" and figure in a.text}
    assert ("own:thread" in found) is root


def test_a_post_credits_nobody_for_the_others(tmp_path: Path) -> None:
    """What one poster has from a body, another may have seen himself."""
    trust = "The crane weighs 4.26 tonnes. 52 berths are free.\n"
    manifest = (
        '[[source]]\npath = "trust.txt"\npublisher = "The Dock Trust"\n'
        '[[source]]\npath = "thread.txt"\n'
    )
    report = run(tmp_path, {"thread.txt": POSTS, "trust.txt": trust}, manifest)
    roots = {a.text: a.origin for a in report.assertions if a.source == "thread"}
    assert next(root for text, root in roots.items() if "4.26" in text) == "own:thread"
    assert next(root for text, root in roots.items() if "52" in text) == "own:trust"


NOTES = [
    # a note, does it lead to the weblog of that title and day?
    ("T. Pell, “Isobars” (weblog), 10 February 2022.", True),
    ("“Isobars”, 10 February 2022.", True),
    ("T. Pell, “Isobars” (weblog), 11 February 2022.", False),
    ("T. Pell, “Isobaric maps” (weblog), 10 February 2022.", False),
]


@pytest.mark.parametrize(("note", "there"), NOTES)
def test_a_short_title_and_its_day(tmp_path: Path, note: str, *, there: bool) -> None:
    """A short title is enough with the very day."""
    blog = "ISOBARS\na look out of the window\n\nThursday, 10 February 2022\n\nThe pressure fell to 931 hPa at sea.\n"
    text = f"The pressure fell to 931 hPa at sea, said one.[1]\n\nReferences\n1. {note}\n"
    report = run(tmp_path, {"blog.txt": blog, "article.txt": text})
    found = {a.origin for a in report.assertions if a.source == "article" and "931" in a.text}
    assert ("own:blog" in found) is there
