"""What a reader sees on a page, and what not."""

from __future__ import annotations

import pytest

from twosource.model import BlockKind
from twosource.read.html import html_blocks
from twosource.read.pieces import MARK

TEXTS = [
    # markup, texts of the blocks
    ("<p>3<b>,4</b>00 members", ["3,400 members"]),  # inline tags do not end a word
    ("<p>3&#44;400 and 5&nbsp;m &copy; AT&T &bogus;", ["3,400 and 5\xa0m © AT&T &bogus;"]),
    ("<p>3,<wbr>400", ["3,400"]),
    ("<p><del>3,300</del><ins>3,400</ins>", ["3,400"]),
    ("<p>3,400<sup>12</sup> people", [f"3,400{MARK} people"]),
    ('<p>killed.<a href="#fn1">[1]</a> Next', [f"killed.{MARK} Next"]),
    ("<p>5 km<sup>2</sup>, 10<sup>6</sup>, 1<sup>st</sup>", ["5 km2, 10^6, 1st"]),
    ("<p>a<br>b", ["a b"]),
    ("<p>One.<br>Two.", ["One.", "Two."]),
    ("<p>a<p>b<div>c<p>d</div>e", ["a", "b", "c", "d", "e"]),
    ("<ul><li>a<li>b</ul>", ["a", "b"]),
    ("<script>x=1</script><style>y</style><template>z</template><!-- w --><p>a", ["a"]),
    ("<p hidden>a</p><p style='display: none'>b</p><p aria-hidden=true>c</p><p>d", ["d"]),
    ("<p>a &#0; &#xD800; &#x110000; b", ["a \ufffd \ufffd \ufffd b"]),
    ("<p>3&#" + "1" * 5000 + ";x", ["3\ufffdx"]),
    ("<p>1 < 2 and a<b", ["1 < 2 and a<b"]),
    ("<p>x<![CDATA[3,400]]>", ["x3,400"]),
    ("<pre>port = 7420</pre>", ["port = 7420"]),
    ("no markup", ["no markup"]),
    ("", []),
]


@pytest.mark.parametrize(("markup", "texts"), TEXTS)
def test_texts(markup: str, texts: list[str]) -> None:
    """Visible text survives, in blocks; the rest does not."""
    assert [block.passage.text for block in html_blocks(markup)[0]] == texts


KINDS = [
    ("<title>T - X</title>", ("furniture", 0, "title")),
    ("<nav>Home | Road</nav>", ("furniture", 0, None)),
    ("<div class='share-buttons'>Tell</div>", ("furniture", 0, None)),
    ("<div class='has-sidebar'>Text here</div>", ("paragraph", 0, None)),
    ("<p class=byline>By A B", ("byline", 0, None)),
    ("<h1>T</h1>", ("title", 1, None)),
    ("<h3>H</h3>", ("heading", 3, None)),
    ("<ol><li>a</ol>", ("item", 1, "1")),
    ("<blockquote><p>q</blockquote>", ("quote", 0, None)),
    ("<dl><dt>9 October</dl>", ("heading", 6, None)),
    ("<meta name=author content='A &amp; B'>", ("furniture", 0, "author")),
]


@pytest.mark.parametrize(("markup", "expected"), KINDS)
def test_kinds(markup: str, expected: tuple[str, int, str | None]) -> None:
    """Elements and class names tell what a block is for."""
    block = html_blocks(markup)[0][0]
    assert (block.kind.value, block.level, block.label) == expected


def test_table() -> None:
    """Rows have headers and cells; omitted end tags do no harm."""
    rows = html_blocks(
        "<table><tr><th>Item<th>Now<tr><td>Killed<td>213<sup>1</sup><tr><td><td>5</table>"
    )[0]
    assert [row.kind.value for row in rows] == ["row", "row"]
    assert [row.header for row in rows] == [("Item", "Now")] * 2
    assert [[r.passage.text[a:b] for a, b in r.cells] for r in rows] == [
        ["Killed", f"213{MARK}"],
        ["", "5"],
    ]


def test_a_box_beside_an_article() -> None:
    """The table of an aside inside an article is read; its links, and an aside outside, are not."""
    row = "<table><tr><th>Year<th>Tonnes</tr><tr><td>2019<td>40</tr></table>"
    for markup, kind in (
        (f"<article><p>Text.</p><aside>{row}</aside></article>", BlockKind.ROW),
        (f"<article><p>Text.</p></article><aside>{row}</aside>", BlockKind.FURNITURE),
        (f"<article><aside class=related>{row}</aside></article>", BlockKind.FURNITURE),
        ("<article><aside><p>2019 | 40</p></aside></article>", BlockKind.FURNITURE),
    ):
        assert html_blocks(markup)[0][-1].kind is kind


def test_layout_table() -> None:
    """A table of one cell a row only lays out the page."""
    blocks = html_blocks("<table><tr><td><p>One.</p><table><tr><td>a<td>b</table>Two.</table>")[0]
    assert [(b.kind.value, b.passage.text) for b in blocks] == [
        ("paragraph", "One."),
        ("row", "a | b"),
        ("paragraph", "Two."),
    ]


FIGURES = [
    ("<div>1.2M</div><p>messages per second</p>", ["1.2M messages per second"]),
    ("<section><div>85</div><div>Staff</div></section>", ["85 Staff"]),
    ("<div>Founded</div><div>1963</div>", ["Founded 1963"]),
    ("<div>85</div><div>Staff</div><div>Now</div>", ["85", "Staff", "Now"]),  # of which is 85?
    ("<h2>1998</h2><p>it opened</p>", ["1998", "it opened"]),
]


@pytest.mark.parametrize(("markup", "texts"), FIGURES)
def test_lone_figures(markup: str, texts: list[str]) -> None:
    """A figure joins its label when there is no doubt which that is."""
    assert [block.passage.text for block in html_blocks(f"<main>{markup}</main>")[0]] == texts


def test_articles() -> None:
    """Two long article elements are two articles; a teaser is none."""
    long = "<article><p>" + "word " * 100 + "</p></article>"
    assert [b.source for b in html_blocks(long + long)[0]] == [0, 1]
    assert [b.source for b in html_blocks(long + "<article><p>short</p></article>")[0]] == [
        None,
        None,
    ]


HOSTILE = [
    "<!--" * 3000,
    '<a b="' * 3000,
    "</" * 3000,
    "<div>" * 20000,
    "&#x" * 3000,
    "<b>" * 5000 + "</i>" * 5000,
]


@pytest.mark.parametrize("markup", HOSTILE, ids=range(len(HOSTILE)))
def test_unfinished_markup(markup: str) -> None:
    """A fact after broken markup is found, in time that grows with the text."""
    blocks, _ = html_blocks(markup + "\n<p>3,400 members</p>\n")
    assert any("3,400 members" in block.passage.text for block in blocks)
