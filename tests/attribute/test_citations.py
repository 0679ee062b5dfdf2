"""Notes and the works they lead to."""

from __future__ import annotations

from pathlib import Path

import pytest

from twosource.attribute.citations import concentration
from twosource.attribute.reference import bare_url, parse_work
from twosource.pipeline import list_citations


def notes_of(folder: Path, text: str, name: str = "a.md") -> list[tuple[str, str, str | None]]:
    """(label, how, title of the work) of every note of a text."""
    (folder / name).write_text(text, encoding="utf-8")
    listed = list_citations([str(folder / name)])
    return [(c.label, c.how, c.work.title if c.work else None) for c in listed.citations]


BODY = (
    "# Harbour works\n\nThe pier cost 4 million.[1] It opened in 1971.[2] It closed in 1990.[3]\n\n"
)
FIRST = "[1] Ada Brenner, “The price of the Norrey pier,” Harbour Post, May 3, 1972.\n"


@pytest.mark.parametrize(
    ("notes", "wanted"),
    [
        ("[2] Ibid.\n[3] Ibid, p. 4.\n", ["stated", "ibid", "ibid"]),
        ("[2]ibid\n[3] Otto Lind, “Pier shut for good,” Daily Norrey, June 1, 1990.\n", None),
        (
            "[2] Otto Lind, “Pier shut for good,” Daily Norrey, June 1, 1990.\n[3] Brenner, op. cit.\n",
            ["stated", "stated", "op-cit"],
        ),
        (
            "[2] Otto Lind, “Pier shut for good,” Daily Norrey, June 1, 1990.\n[3] Brenner, supra note 1.\n",
            ["stated", "stated", "op-cit"],
        ),
        (  # the number leads to a work of somebody else: no link rather than a wrong one
            "[2] Otto Lind, “Pier shut for good,” Daily Norrey, June 1, 1990.\n[3] Lind, supra note 1.\n",
            ["stated", "stated", "unresolved"],
        ),
        (
            "[2] Otto Lind, “Pier shut for good,” Daily Norrey, June 1, 1990.\n[3] Hale, op. cit.\n",
            ["stated", "stated", "unresolved"],
        ),
        (
            "[2] Otto Lind, “Pier shut for good,” Daily Norrey, June 1, 1990.\n"
            "[3] Ada Brenner, “The price of the Norrey pier,” Harbour Post, May 3, 1972.\n",
            ["stated", "stated", "repeated"],
        ),
    ],
)
def test_notes_lead_to_works(tmp_path: Path, notes: str, wanted: list[str] | None) -> None:
    found = notes_of(tmp_path, BODY + "## Notes\n\n" + FIRST + notes)
    assert [how for _, how, _ in found] == (wanted or ["stated", "ibid", "stated"])
    assert found[0][2] == "The price of the Norrey pier"


def test_ibid_behind_nothing_is_not_resolved(tmp_path: Path) -> None:
    found = notes_of(tmp_path, BODY + "## Notes\n\n[1] Ibid.\n" + FIRST.replace("[1]", "[2]"))
    assert found[0] == ("1", "unresolved", None)
    assert ("3", "no-note", None) in found


def test_few_works_behind_many_notes(tmp_path: Path) -> None:
    text = "---\npublisher: Harbour Post\n---\n" + BODY + "## Notes\n\n" + FIRST + "[2] Ibid.\n"
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    (count,) = concentration(list_citations([str(tmp_path / "a.md")]).citations)
    assert (count.notes, count.works, count.own, count.unresolved) == (2, 1, 1, 0)


@pytest.mark.parametrize(
    ("note", "author", "title", "outlet", "date"),
    [
        (
            "Ada Brenner, “Our pier,” Harbour Post, May 3, 1972, p. 4",
            "Ada Brenner",
            "Our pier",
            "Harbour Post",
            "1972-05-03",
        ),
        (
            "See, for example, Ada Brenner, “A long pier,” Harbour Post, 1972.",
            "Ada Brenner",
            "A long pier",
            "Harbour Post",
            "1972",
        ),
        ("Norrey Council, “Plan of 2004,” February 10, 2005.", "Norrey Council", "Plan of 2004", None, "2005-02-10"),
        ("“Ada Brenner profile,” See Harbour Post", None, "Ada Brenner profile", "Harbour Post", None),
    ],
)  # fmt: skip
def test_parts_of_a_reference(
    note: str, author: str | None, title: str, outlet: str | None, date: str | None
) -> None:
    work = parse_work(note)
    assert (work.author, work.title, work.outlet, work.date) == (author, title, outlet, date)


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("https://www.post.example/a/pier/", "http://post.example/a/pier", True),
        ("https://post.example/a?utm_source=x&id=4", "https://post.example/a?id=4", True),
        (
            "https://web.archive.org/web/20120304050607/http://post.example/pier",
            "http://post.example/pier",
            True,
        ),
        ("https://post.example/a?id=4", "https://post.example/a?id=5", False),
        ("https://post.example/pier-1", "https://post.example/pier-2", False),
        ("https://post.example/", "https://post.example/pier", False),
    ],
)
def test_equal_addresses(one: str, two: str, same: bool) -> None:
    works = parse_work(f"Some report, {one}"), parse_work(f"Another text, {two}")
    assert (bare_url(works[0].url or "") == bare_url(works[1].url or "")) is same
