"""Notes that point to other notes, and lists of notes in the styles of law, blogs, wikis, journals."""

from __future__ import annotations

from pathlib import Path

import pytest

from twosource.pipeline import list_citations
from twosource.segment.loose import loose_hits, loose_labels

Row = tuple[str, str, str | None, int]


def rows(folder: Path, text: str, name: str = "a.md") -> list[Row]:
    """(label, how, title of the work, number of its marks) of every note."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return [
        (c.label, c.how, c.work.title if c.work else None, len(c.markers))
        for c in list_citations([str(path)]).citations
        if c.how != "link"
    ]


BODY = "# Pier\n\nIt cost 4 million.[1] It opened in 1971.[2] It closed in 1990.[3]\n\n## Notes\n\n"
PIER = "[1] Ada Brenner, “The price of the pier,” Harbour Post, May 3, 1972.\n"
WOOD = "[2] Otto Lind, “Old wood,” Harbour Post, June 1, 1990.\n"
ONE, TWO = "The price of the pier", "Old wood"

THIRD = [
    # third note, [(how, title)] of it
    ("See note 1, at 44.", [("op-cit", ONE)]),
    ("See [1].", [("op-cit", ONE)]),
    ("n. 2 above, p. 4", [("op-cit", TWO)]),
    ("Lind (n 2) 118.", [("op-cit", TWO)]),
    ("Quoted in Brenner (n 1) 12.", [("op-cit", ONE)]),
    ("Notes 1 and 2.", [("op-cit", ONE), ("also", TWO)]),
    ("Brenner, n. 1 above; see also Lind, n. 2 above.", [("op-cit", ONE), ("also", TWO)]),
    ("Ibid.; see also note 1.", [("ibid", TWO), ("also", ONE)]),
    ("Ibid.; see also note 2.", [("ibid", TWO)]),  # one work, once
    ("Same source.", [("ibid", TWO)]),
    ("As above.", [("ibid", TWO)]),
    ("See the previous note.", [("ibid", TWO)]),
    ("Lind 1990, p. 4.", [("repeated", TWO)]),
    ("Lind, p. 4.", [("repeated", TWO)]),
    ("Ruth Hale, “Rust and rails,” Norrey Review, 1999, citing Brenner (note 1).", [("stated", "Rust and rails"), ("also", ONE)]),
    ("Minute book, 4 May 1912, cited in Brenner, note 1.", [("op-cit", ONE)]),
    ("The figure leaves boats out; see note 1.", [("op-cit", ONE)]),
    ("See above, note 1, and Ruth Hale, “Rust and rails,” Norrey Review, 1999.", [("op-cit", ONE), ("also", "Rust and rails")]),
    # silent: the number leads to somebody else's work, to no note, or nowhere
    ("Lind, note 1.", [("unresolved", None)]),
    ("See note 7.", [("unresolved", None)]),
    ("Hale 1971, p. 4; she counts boats.", [("stated", "p. 4; she counts boats.")]),
    ("Norrey Post, note to readers, 4 May 1972.", [("stated", "note to readers")]),
]  # fmt: skip


@pytest.mark.parametrize(("note", "wanted"), THIRD)
def test_notes_inside_notes(
    tmp_path: Path, note: str, wanted: list[tuple[str, str | None]]
) -> None:
    found = rows(tmp_path, f"{BODY}{PIER}{WOOD}[3] {note}\n")
    assert [(how, title) for label, how, title, _ in found if label == "3"] == wanted


def test_a_later_note_is_waited_for(tmp_path: Path) -> None:
    """ "See note 3" before note 3; an "ibid." behind it means no one work yet."""
    text = BODY + "[1] See note 3 below.\n[2] Ibid.\n" + PIER.replace("[1]", "[3]")
    found = [(label, how, title) for label, how, title, _ in rows(tmp_path, text)]
    assert found == [("1", "op-cit", ONE), ("2", "unresolved", None), ("3", "repeated", ONE)]


BLOG = """# Trams

The line cost 41 million crowns[^1] and carries 12,400 people a day[^2]. Each car seats 84[^seats].

[^1]: Ada Brenner, "Tram bill rises," *Harbour Post*, 3 May 2019.
[^2]: City of Norrey, "Annual report 2019," <https://norrey.example/report.pdf>.
[^seats]: As [^2].
"""

LAW = """Harbour Board v Lind

The lease ran for 21 years (1). The rent was 4,200 crowns (2), and it was doubled in 1994 (3).

Notes

(1) Ada Brenner, The Law of Harbours, Quay Press, 2004, p. 12.
(2) See note 1, at 44.
(3) Otto Lind, “Rents on the quay,” Harbour Law Review, 1995.
"""

RAISED = """The fire

The fire killed 41 people¹ and destroyed 312 houses.² The wind blew at 70 km an hour.¹ ³

¹ Ada Brenner, “The night of the fire,” Harbour Post, May 3, 1972.
² Ibid.
³ Norrey Weather Office, “Storm report,” 1972.
"""

BARE = """The strike

The strike lasted 14 days.1 Some 4,100 men took part.2

Notes
1 Ada Brenner, Strikes of the North (Quay Press, 1960), 12.
2 Otto Lind, ‘The owners’ purse’, Norrey Review 3 (1955), 44–51.
"""

DAGGERS = """# Pier

The pier opened in 1971.† It was painted 12 times.‡

† Ada Brenner, “The price of the pier,” Harbour Post, May 3, 1972.

‡ Ibid.
"""

WIKI = """# Abbey

It was founded in 1143.<ref name="okafor">Okafor, Pauline (2004). ''The White Monks''. Quay Press. p. 12.</ref> It had
30 monks in 1349.<ref name=okafor /> The nave is 61 metres long.<ref>{{cite web |url=https://abbey.example/nave |title=The
nave measured |publisher=Abbey Trust |date=2011-05-03}}</ref> It owned 412 sheep.<ref>Ibid., p. 14.</ref>
"""

EXPORT = """Abbey

It was founded in 1143.[1][2] It had 30 monks in 1349.[1]:14 It owned 412 sheep.[a]

Notes

a. Some lists give 421; see Okafor 2004, p. 20.

References

1. ^ a b Okafor, Pauline (2004). The White Monks. Quay Press. ISBN 0-123-45678-9.
2. ^ "Norrey Abbey". Abbey Trust. Retrieved 3 May 2011.
"""

BACK = """<html><body><article><h1>Pier</h1>
<p>The pier cost 4 million crowns.<sup><a href="#fn1" id="r1">1</a></sup> It opened in 1971.<sup id="r2"><a href="#fn2">[2]</a></sup></p>
<h2>Notes</h2>
<ol><li id="fn1">Ada Brenner, “The price of the pier,” Harbour Post, May 3, 1972. <a href="#r1">↩</a></li>
<li id="fn2">Brenner, op. cit. <a href="#r2">Back to text</a></li></ol></article></body></html>
"""

YEARS = """Lakes

The lake lost 14 percent of its fish (Ito and Bergman 2012). Ito (2009, pp. 3-5) counted 214 lakes; 41 were dead
(ibid., p. 7). Others put it at 44 (cited in Bergman et al. 2015: 12). One in five is ill (Norrey Water Board [NWB] 2016).

References

Bergman, A., Ito, K., and Holt, J. 2015. Phosphorus in northern lakes. Journal of Lakes 12: 1-20.
Ito, K. 2009. Dead lakes. Journal of Lakes 6: 1-9.
Ito, K. and Bergman, A. 2012. Ten years of loss. Water Review 3(2): 44-51.
Norrey Water Board 2016. Annual statement. Norrey.
"""

CITED_LIST = """# Mill

The mill cost 9 million.(1) It opened in 1980.(2)

1) Otto Lind, “A mill for Norrey,” Daily Norrey, May 3, 1980.
2) Ibid.
"""

STYLES = [
    ("a.md", BLOG, [("1", "stated", "Tram bill rises", 1), ("2", "stated", "Annual report 2019", 1), ("seats", "op-cit", "Annual report 2019", 1)]),
    ("a.txt", LAW, [("1", "stated", "The Law of Harbours", 1), ("2", "op-cit", "The Law of Harbours", 1), ("3", "stated", "Rents on the quay", 1)]),
    ("a.txt", RAISED, [("1", "stated", "The night of the fire", 2), ("2", "ibid", "The night of the fire", 1), ("3", "stated", "Storm report", 1)]),
    ("a.txt", BARE, [("1", "stated", "Strikes of the North", 1), ("2", "stated", "The owners’ purse", 1)]),
    ("a.md", DAGGERS, [("†", "stated", ONE, 1), ("‡", "ibid", ONE, 1)]),
    ("a.md", WIKI, [("1", "stated", "The White Monks", 2), ("2", "stated", "The nave measured", 1), ("3", "ibid", "The nave measured", 1)]),
    ("a.txt", WIKI.replace("\n", " ").replace("# Abbey  ", "Abbey\n\n"), [("1", "stated", "The White Monks", 2), ("2", "stated", "The nave measured", 1), ("3", "ibid", "The nave measured", 1)]),
    ("a.txt", EXPORT, [("a", "op-cit", "The White Monks", 1), ("1", "repeated", "The White Monks", 2), ("2", "stated", "Norrey Abbey", 1)]),
    ("a.html", BACK, [("1", "stated", ONE, 1), ("2", "op-cit", ONE, 1)]),
    ("a.txt", YEARS, [("Bergman 2015", "stated", "Phosphorus in northern lakes", 1), ("Ito 2009", "stated", "Dead lakes", 2), ("Ito 2012", "stated", "Ten years of loss", 1), ("Norrey Water Board 2016", "stated", "Annual statement", 1)]),
    ("a.md", CITED_LIST, [("1", "stated", "A mill for Norrey", 1), ("2", "ibid", "A mill for Norrey", 1)]),
    # silent: questions in brackets and their answers in a list
    ("a.txt", "Ask\n\nTwo questions: (1) is the limit 4 MB? (2) is 1.2 out?\n\n1. No, 16 MB since 2019.\n2. Not before May 2020.\n", []),
    # silent: a numbered list that nothing cites, an enumeration in brackets
    ("a.md", CITED_LIST.replace("(1)", "").replace("(2)", ""), []),
    ("a.txt", "Plan\n\nThe plan names (1) roads, (2) bridges and (3) 41 kilometres of rail.\n\n1. Roads\n2. Bridges\n3. Rail\n", []),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "wanted"), STYLES)
def test_styles(tmp_path: Path, name: str, text: str, wanted: list[Row]) -> None:
    assert rows(tmp_path, text, name) == wanted


def test_marks_of_wiki_source_leave_the_sentence(tmp_path: Path) -> None:
    from tests.helpers import run

    report = run(tmp_path, {"a.md": WIKI})
    assert {a.plain for a in report.assertions if a.text == "412"} == {"It owned 412 sheep."}


class _Labelled:
    def __init__(self, label: str) -> None:
        self.label = label


LOOSE = [
    # labels of the notes, texts, labels a loose mark may mean
    (["1", "2"], ["It cost 4 million (1). It opened in 1971 (2)."], {"1", "2"}),
    (["1", "2"], ["It has three parts: (1) a pier, (2) a mill."], set()),
    (["1", "2"], ["It cost 4 million (1). It opened in 1971.[2]"], set()),  # another style
    (["1", "2", "3", "4", "5"], ["It cost 4 million (1)."], set()),  # too few of them
    (["a", "†"], ["It cost 4 million."], {"a", "†"}),
]


@pytest.mark.parametrize(("labels", "texts", "wanted"), LOOSE)
def test_loose_marks(labels: list[str], texts: list[str], wanted: set[str]) -> None:
    assert loose_labels([_Labelled(label) for label in labels], texts) == wanted  # type: ignore[misc]


def test_loose_hits() -> None:
    text = "It cost 4 million (1, 2). It opened[a] in 1971† (1971)."
    found = [labels for _, _, labels in loose_hits(text, frozenset({"1", "2", "a", "†"}))]
    assert found == [("1", "2"), ("a",), ("†",)]


MEDIAWIKI = """<html><body><h1>Abbey</h1><p>It was founded in 1143.<sup id="cite_ref-1"><a href="#cite_note-1">[1]</a></sup>
It owned 412 sheep.<sup id="cite_ref-3"><a href="#cite_note-3">[a]</a></sup></p>
<h2>Notes</h2><ol><li id="cite_note-3"><b><a href="#cite_ref-3">^</a></b> <span>Okafor has 421 and is believed by few.</span></li></ol>
<h2>References</h2><ol><li id="cite_note-1">^ <a href="#cite_ref-1">a</a> <a href="#cite_ref-2">b</a> <cite>Okafor, Pauline (2004). <i>The White
Monks</i>. Quay Press.</cite></li></ol></body></html>"""

PANDOC = """<html><body><p>The pier cost 4 million.<a href="#fn1" id="fnref1"><sup>1</sup></a> It opened in 1971.<a href="#fn2"
id="fnref2"><sup>2</sup></a></p><section class="footnotes"><ol><li id="fn1"><p>Ada Brenner, “The price of the pier,” Harbour
Post, May 3, 1972.<a href="#fnref1">↩</a></p></li><li id="fn2"><p>Ibid.<a href="#fnref2">↩</a></p></li></ol></section></body></html>"""

INLINE = "# Pier\n\nIt cost 4 million.^[Ada Brenner, “The price of the pier,” Harbour Post, 1972.] It opened in 1971.^[Ibid.]\n"

ROMAN = BODY.replace("[1]", "[i]").replace("[2]", "[ii]").replace("[3]", "[iii]") + (
    PIER.replace("[1]", "[i]") + "[ii] Ibid.\n[iii] See note i.\n"
)

PAGES = [
    ("a.html", MEDIAWIKI, [("a", "remark", None, 1), ("1", "stated", "The White Monks", 1)]),
    ("a.html", PANDOC, [("1", "stated", ONE, 1), ("2", "ibid", ONE, 1)]),
    ("a.md", INLINE, [("inline 1", "stated", ONE, 1), ("inline 2", "ibid", ONE, 1)]),
    ("a.txt", ROMAN.replace("# ", "").replace("## ", ""), [("i", "stated", ONE, 1), ("ii", "ibid", ONE, 1), ("iii", "op-cit", ONE, 1)]),
    # silent: links inside a page that are no notes
    ("a.html", '<p>See <a href="#one">part 1</a> and <a href="#two">2 more</a>.</p><div id="one"><p>The pier cost 4 million.</p></div>', []),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "wanted"), PAGES)
def test_notes_known_by_their_links(
    tmp_path: Path, name: str, text: str, wanted: list[Row]
) -> None:
    """A note of a web page is what the number in the text links to, whatever number its list gives it."""
    assert rows(tmp_path, text, name) == wanted
