"""References without numbers, links, cross-references, lists that begin again, dirty forms."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers import run
from twosource.attribute.reference import parse_work, read_reference
from twosource.pipeline import list_citations

Row = tuple[str, str, str | None]


def rows(folder: Path, text: str, name: str = "a.md") -> list[Row]:
    """(label, how, title or address of the work) of every note, link and orphan."""
    (folder / name).write_text(text, encoding="utf-8")
    listed = list_citations([str(folder / name)])
    return [
        (c.label, c.how, (c.work.title or c.work.url) if c.work else None) for c in listed.citations
    ]


AUTHORS = """# The pier

The pier cost 4 million (Smith 2019). It opened in 1971 (Brenner and Lind, 2004, p. 12). Smith (2019) counts
412 planks. Others disagree (Hale, 1999; see Smith 2019, 44). It was sold once (Pell et al., 2010). It was painted
red (May 2019) and is long (about 300 metres).

## References

Brenner, A., & Lind, O. (2004). The long pier. Harbour Press.

Hale, R. (1999). Piers of the coast. Journal of Piers, 12(3), 44-51. https://doi.org/10.1234/abcd.5

Smith, J. (2019). The price of the Norrey pier. Harbour Post.
"""


def test_author_and_year(tmp_path: Path) -> None:
    """Bound both ways: in brackets and in the sentence; what has no entry is an orphan."""
    assert rows(tmp_path, AUTHORS) == [
        ("Brenner 2004", "stated", "The long pier"),
        ("Hale 1999", "stated", "Piers of the coast"),
        ("Smith 2019", "stated", "The price of the Norrey pier"),
        ("Pell 2010", "no-note", None),
    ]
    listed = list_citations([str(tmp_path / "a.md")])
    marked = {c.label: len(c.markers) for c in listed.citations}
    assert marked == {"Brenner 2004": 1, "Hale 1999": 1, "Smith 2019": 3, "Pell 2010": 1}


def test_author_and_year_stand_behind_figures(tmp_path: Path) -> None:
    """The figure of a sentence goes back to the work that its brackets or its subject name."""
    report = run(tmp_path, {"a.md": AUTHORS})
    titles = {work.id: work.title for work in report.works}
    cited = {
        a.text: [titles[key] for key in a.attribution.citations]
        for a in report.assertions
        if a.attribution and str(a.kind) == "quantity"
    }
    assert cited["412"] == ["The price of the Norrey pier"]


def test_brackets_without_a_list_are_prose(tmp_path: Path) -> None:
    """Without entries "(Norrey 1971)" cites nothing."""
    assert (
        rows(tmp_path, "# The pier\n\nThe pier (Norrey 1971) has 412 planks (Hale 1999).\n") == []
    )


PROSE = "# Sources\n\nThe water was measured on 3 May 2019 and held 412 grams of salt in all. It is bitter.\n"


def test_prose_under_a_heading_stays_prose(tmp_path: Path) -> None:
    assert rows(tmp_path, PROSE) == []
    assert any("412" in a.text for a in run(tmp_path, {"a.md": PROSE}).assertions)


LINKS = [
    # media, text, rows
    ("a.md", "The pier has [412 planks](https://post.test/pier?utm_source=x).", ["https://post.test/pier?utm_source=x"]),
    ("a.md", "[The Post](https://post.test/a) says so; [Hale](<https://hale.test/b> \"Hale\") does not.", ["https://post.test/a", "https://hale.test/b"]),
    ("a.md", "![A pier](https://post.test/a.png) It is red. See [below](#notes).", []),
    ("a.txt", "The pier has 412 planks (https://post.test/pier).", ["https://post.test/pier"]),
    ("a.html", "<p>It has <a class='x' href=\"https://post.test/p\"><b>412</b> planks</a>.</p>", ["https://post.test/p"]),
    ("a.html", "<p><a href='https://twitter.com/intent/tweet?u=1'>Share</a> it has 412 planks in all.</p>", []),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "addresses"), LINKS)
def test_links(tmp_path: Path, name: str, text: str, addresses: list[str]) -> None:
    found = rows(tmp_path, text + "\n", name)
    assert [(how, address) for _, how, address in found] == [("link", a) for a in addresses]


CITED = [
    ("The pier has [412 planks](https://post.test/pier).", True),
    ("The pier has 412 planks ([source](https://post.test/pier)).", True),
    ("Officials say in [a letter](https://post.test/pier) that it has 412 planks.", True),
    # silent: the link leads to what is named, or somebody is named who says it
    ("The pier has 412 planks and a [café](https://cafe.test/).", False),
    ("According to [Ada Brenner](https://post.test/pier), the pier has 412 planks.", False),
]


@pytest.mark.parametrize(("text", "cited"), CITED)
def test_links_that_show_where_a_figure_is_from(tmp_path: Path, text: str, cited: bool) -> None:
    report = run(tmp_path, {"a.md": text + "\n"})
    said = next(a.attribution for a in report.assertions if "412" in a.text)
    assert bool(said and said.citations) is cited


BODY = "# Harbour\n\nThe pier cost 4 million.[1] It opened in 1971.[2] It closed in 1990.[3]\n\n## Notes\n\n"
FIRST = "[1] Ada Brenner, “The price of the pier,” Harbour Post, May 3, 1972.\n"
OTHER = "[2] Ada Brenner, “Old wood,” Harbour Post, June 1, 1990.\n"

NOTES = [
    # notes, how each was found
    (FIRST + OTHER + "[3] See note 1.\n", ["stated", "stated", "op-cit"]),
    (FIRST + OTHER + "[3] Brenner, “Old wood,” 12.\n", ["stated", "stated", "repeated"]),
    (FIRST + OTHER + "[3] Brenner, Old wood, op. cit., p. 3.\n", ["stated", "stated", "op-cit"]),
    # two works of one author: "op. cit." alone says not which
    (FIRST + OTHER + "[3] Brenner, op. cit.\n", ["stated", "stated", "unresolved"]),
    (FIRST + "[2] Loc. cit.\n[3] Id. at 5.\n", ["stated", "ibid", "ibid"]),
    (FIRST + "[2]ibid\n[3] Ibid , p.4\n", ["stated", "ibid", "ibid"]),
    # a slip in a long title is the same work; another year is not
    (FIRST + "[2] Ada Brenner, “The prise of the pier,” Harbour Post, May 3, 1972.\n[3] Ibid.\n", ["stated", "stated", "ibid"]),
    # a note of two works, and an "ibid." that could mean either
    (
        "[1] Ada Brenner, “Old wood,” Post, 1990; Otto Lind, “New wood,” Post, 1991.\n[2] Ibid.\n" + FIRST.replace("[1]", "[3]"),
        ["stated", "also", "unresolved", "stated"],
    ),
    (FIRST + "[2] The figures are those of the council and do not include boats.\n[3] Ibid.\n", ["stated", "remark", "unresolved"]),
]  # fmt: skip


@pytest.mark.parametrize(("notes", "wanted"), NOTES)
def test_notes_that_point_to_notes(tmp_path: Path, notes: str, wanted: list[str]) -> None:
    assert [how for _, how, _ in rows(tmp_path, BODY + notes)] == wanted


def test_a_slip_in_a_long_title_is_one_work(tmp_path: Path) -> None:
    long = FIRST.replace("The price of the pier", "The price of the long pier of Norrey 2010")
    slip = long.replace("price", "prise").replace("[1]", "[2]")
    other = long.replace("2010", "2011").replace("[1]", "[3]")
    found = [title for _, _, title in rows(tmp_path, BODY + long + slip + other)]
    assert found[0] == found[1] != found[2]


RESTARTED = """# One

The pier cost 4 million.[1] It opened in 1971.[2]

## Notes

[1] Ada Brenner, “The price of the pier,” Harbour Post, May 3, 1972.
[2] Ibid.

# Two

The mill cost 9 million.[1] It opened in 1980.[2]

## Notes

[1] Otto Lind, “A mill for Norrey,” Daily Norrey, May 3, 1980.
[2] Ibid.
"""


def test_lists_that_begin_again(tmp_path: Path) -> None:
    """Each marker belongs to the list of its own part."""
    (tmp_path / "a.md").write_text(RESTARTED, encoding="utf-8")
    listed = list_citations([str(tmp_path / "a.md")])
    found = [(c.how, c.work.title if c.work else None, len(c.markers)) for c in listed.citations]
    price, mill = "The price of the pier", "A mill for Norrey"
    assert found == [
        ("stated", price, 1),
        ("ibid", price, 1),
        ("stated", mill, 1),
        ("ibid", mill, 1),
    ]


def test_markers_whose_notes_were_lost(tmp_path: Path) -> None:
    """Said, when the text was numbered from 1; a lone "[5]" is no citation."""
    text = "The pier cost 4 million.[1] It opened in 1971.[2]\n"
    assert [how for _, how, _ in rows(tmp_path, text)] == ["no-note", "no-note"]
    assert rows(tmp_path, "The pier cost 4 million [5] in all.\n") == []


REFERENCES = [
    ("Smith, J. (2019). The price of piers. Harbour Post, 3(2), 4.", "J. Smith", "The price of piers", "Harbour Post", "2019", None),
    ("Smith, J. 2019. The price of piers. Harbour Post.", "J. Smith", "The price of piers", "Harbour Post", "2019", None),
    ("Norrey Council (2004). Plan for the coast. Norrey.", "Norrey Council", "Plan for the coast", "Norrey", "2004", None),
    ("Ada Brenner, “Old wood,” Journal of Piers, 1999, doi:10.1234/JP.5.", "Ada Brenner", "Old wood", "Journal of Piers", "1999", "10.1234/jp.5"),
    ("Otto Lind, quoted in Ada Brenner, “Old wood,” Harbour Post, 1999.", "Ada Brenner", "Old wood", "Harbour Post", "1999", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "author", "title", "outlet", "date", "doi"), REFERENCES)
def test_parts(text: str, author: str, title: str, outlet: str, date: str, doi: str | None) -> None:
    (work,) = read_reference(text)
    assert (work.author, work.title, work.outlet, work.date, work.doi) == (
        author,
        title,
        outlet,
        date,
        doi,
    )


def test_one_doi_is_one_work(tmp_path: Path) -> None:
    text = BODY + (
        "[1] Ada Brenner, “Old wood,” Journal of Piers, 1999, https://doi.org/10.1234/jp.5\n"
        "[2] A. Brenner, “Old wood and new,” J. Piers, doi:10.1234/JP.5\n[3] Ibid.\n"
    )
    listed = list_citations([_written(tmp_path, text)])
    assert len({c.work.id for c in listed.citations if c.work}) == 1


def _written(folder: Path, text: str) -> str:
    path = folder / "a.md"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_title_keeps_its_marks() -> None:
    assert (
        parse_work("Ada Brenner, “What is a pier?” Harbour Post, 1999").title == "What is a pier?"
    )
