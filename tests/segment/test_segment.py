"""Sources, sentences and notes of whole documents."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from twosource.model import Basis, Document, Entry, Metadata, Passage, Segmented, Sentence
from twosource.read import blocks_of, read_documents
from twosource.segment import segment

PROSE = (
    "The hall was opened on 3 May 1998 and has held more than 3,400 people on one single evening. "
)


def document(
    text: str, media_type: str = "text/plain", entries: tuple[Entry, ...] = ()
) -> Document:
    """A document as read."""
    return Document(
        "a.txt", media_type, text, "", "utf-8", len(text), blocks_of(text, media_type)[0], entries
    )


def kinds(found: Segmented) -> list[tuple[str, str]]:
    """Kind and text of each sentence."""
    return [(sentence.kind.value, sentence.text) for sentence in found.sentences]


def test_frame_of_an_article() -> None:
    """Breadcrumb, title, byline, sign-off, notes and widgets are told from the text."""
    text = (
        f"Home » News » The hall\n\nThe hall\n\nNews\n\n{PROSE}[1]\n\nBy Ann Bell\n\nReferences:\n"
        "[1] Cole, D., The Post, August 2nd, 2019.\n[2]ibid\n\nYou may also like\n\nThe new hall\n\nLeave a Comment"
    )
    found = segment(document(text))
    assert [kind for kind, _ in kinds(found)] == [
        "furniture", "title", "furniture", "paragraph", "byline", "furniture", "note", "note",
        "furniture", "furniture", "furniture",
    ]  # fmt: skip
    source = found.sources[0]
    assert source.metadata == Metadata("The hall", "Ann Bell", date="2019-08-02/..")
    assert source.date_basis is Basis.INFERRED
    assert [(note.label, note.passage.text) for note in found.notes] == [
        ("1", "Cole, D., The Post, August 2nd, 2019."),
        ("2", "ibid"),
    ]
    assert found.sentences[3].markers[0].label == "1"


def test_broken_addresses() -> None:
    """A note over several lines is one note; a broken address is mended."""
    text = (
        f"{PROSE}\n{PROSE}\nSources\n[1] Ann Bell, “It,” News, May 1, 2012,\nhttp://news.invalid/2012/clin\n"
        "ton-to-list.\n[2] Right Web,\nhttp://x.invalid/a\n/b.\n——–\nRight Web"
    )
    found = segment(document(text))
    assert [note.passage.text for note in found.notes] == [
        "Ann Bell, “It,” News, May 1, 2012, http://news.invalid/2012/clinton-to-list.",
        "Right Web, http://x.invalid/a/b.",
    ]
    assert found.sources[0].metadata.publisher == "Right Web"


ARTICLE = f"{PROSE}\n{PROSE}\n{PROSE}\n{PROSE}\n"
RUN_TOGETHER = [
    # text, number of sources
    (ARTICLE + "By Ann Bell\n" + ARTICLE, 2),
    (ARTICLE + "Author: Ann Bell, news.org\n" + ARTICLE, 2),
    (ARTICLE + "References:\n[1] a, b, 2001.\n[2] ibid\n" + ARTICLE, 2),
    (ARTICLE + "Its history\nlast updated: May 1, 2012\n" + ARTICLE, 2),
    (ARTICLE + "By Ann Bell\n" + ARTICLE + "Cole Day, Dailynews\n" + ARTICLE, 3),
    (ARTICLE + "Cole Day, Dailynews\n" + ARTICLE, 1),  # weak alone
    (ARTICLE + "Its history\n" + ARTICLE, 1),
    (ARTICLE + "By Ann Bell\n" + PROSE, 1),  # not enough for an article
    (ARTICLE + "By Ann Bell\nAnn Bell is a writer of note.\n" + ARTICLE, 1),
    ("By Ann Bell\n" + ARTICLE, 1),
]


@pytest.mark.parametrize(("text", "count"), RUN_TOGETHER)
def test_articles_run_together(text: str, count: int) -> None:
    """Only strong evidence cuts a text in two."""
    assert len(segment(document(text)).sources) == count


def test_embedded() -> None:
    """A text quoted in full, with a beginning and an end, is a source inside the other."""
    text = (
        f"The blog\n\n{PROSE} Here is a piece from\n\nSun, 21 Jun 2009\n{PROSE}\n\n{PROSE}\n\n———- {PROSE}"
        f"Here are a few sections from the Lane Journal Article:\n\n{PROSE}\n\n{PROSE}\n\nThese are just snippets."
    )
    found = segment(document(text)).sources
    assert [(s.id, s.parent, s.metadata.publisher, s.metadata.date) for s in found] == [
        ("a-a", None, None, None),
        ("a-b", "a-a", None, "2009-06-21"),
        ("a-c", "a-a", "Lane Journal", None),
    ]


def entry(name: str, begin: str | None = None, end: str | None = None) -> Entry:
    """A manifest entry for a part."""
    return Entry(name, "a.txt", Metadata(publisher=name.upper()), begin, end)


def test_manifest_parts() -> None:
    """Entries cut by line or marker; a part inside another has it as its parent."""
    text = "One is one.\nTwo is two. Three is three.\nFour is four.\nFive is five.\n"
    entries = (
        entry("all", None, "line 3"),
        entry("mid", "Three", "line 2"),
        entry("end", "line 4"),
    )
    found = segment(document(text, entries=entries))
    assert [(s.id, s.parent, text[s.span.start : s.span.end]) for s in found.sources] == [
        ("all", None, "One is one.\nTwo is two. Three is three.\nFour is four."),
        ("mid", "all", "Three is three."),
        ("end", None, "Five is five.\n"),
    ]
    assert [(s.source, s.text) for s in found.sentences] == [
        ("all", "One is one."), ("all", "Two is two."), ("mid", "Three is three."),
        ("all", "Four is four."), ("end", "Five is five."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("begin", "end"), [("line 9", None), ("Nowhere", None), ("Two", "One"), ("line 2", "line 1")]
)
def test_manifest_marker_missing(begin: str, end: str | None) -> None:
    """A place that is not there is an error, not a guess."""
    found = segment(document("One is.\nTwo is.\n", entries=(entry("x", begin, end),)))
    assert [(item.rule, item.level.value) for item in found.diagnostics][:1] == [("CR901", "error")]
    assert found.sources == ()


def test_headings_and_rows() -> None:
    """Headings stand above their text; rows keep headers and cells after markers are gone."""
    text = "# T\n\n## A\n\nx is.\n\n### B\n\n| Item | Now |\n|--|--|\n| Dead[^1] | 213[^2] |\n\n## C\n\ny is. Votes cast: 2 884.\n"
    found = segment(document(text, "text/markdown"))
    by_text = {sentence.text: sentence for sentence in found.sentences}
    row = by_text["Dead | 213"]
    assert row.headings == ("A", "B")
    assert [row.text[a:b] for a, b in row.cells] == ["Dead", "213"]
    assert [marker.label for marker in row.markers] == ["1", "2"]
    assert by_text["y is."].headings == ("C",)
    assert by_text["Votes cast: 2 884."].kind.value == "pair"


def test_dateline_is_cut_off() -> None:
    """The city and agency are no part of the first sentence."""
    found = segment(
        document(
            "Fire\n\nOSTREL, March 14 (Some Press) - At least 41 people were killed in a fire today."
        )
    )
    assert kinds(found)[1:] == [
        ("dateline", "OSTREL, March 14 (Some Press) -"),
        ("paragraph", "At least 41 people were killed in a fire today."),
    ]
    assert found.sources[0].metadata.publisher == "Some Press"


def test_posts_leave_a_thread_undated() -> None:
    """Posts of several days give no day to resolve "today" by."""
    text = "Board: so what now\n\nann_1, 20 September 2022\nThey said yes today.\n\nbob_2, 12 January 2023\nIt is done now.\n"
    source = segment(document(text)).sources[0]
    assert (source.metadata.date, source.date_basis) == (None, Basis.UNKNOWN)


def test_posts_with_an_hour_and_no_year() -> None:
    """The line above a post is no text; a sentence with a day and an hour is."""
    text = "Board: so what now\n\nann_1, Wed 3 Aug, 22:40\nThey said yes today.\n\nModerator, Sat 6 Aug, 09:00\nIt is done.\n\nbob_2, 7 Aug 12.10\nThe fire of 3 Aug, 22:40 is out.\n"
    found = kinds(segment(document(text)))
    assert [text for kind, text in found if kind == "byline"] == [
        "ann_1, Wed 3 Aug, 22:40",
        "Moderator, Sat 6 Aug, 09:00",
        "bob_2, 7 Aug 12.10",
    ]


def test_page_metadata() -> None:
    """Title, byline and outlet of a page."""
    page = f"<title>The hall | The Post</title><h1>The hall</h1><p class=meta>By Ann Bell · 3 May 2020<p>{PROSE}"
    source = segment(document(page, "text/html")).sources[0]
    assert source.metadata == Metadata("The hall", "Ann Bell", "The Post", date="2020-05-03")


def check_passage(passage: Passage, text: str) -> None:
    """Every character that stands for itself is the document's own; the rest knows its place."""
    at = 0
    for run in passage.runs:
        assert run.local == at
        at += run.length
        assert 0 <= run.offset < run.offset + (run.wide or run.length) <= len(text)
        if not run.wide:
            assert text[run.offset : run.offset + run.length] == passage.text[run.local : at]
    assert at == len(passage.text)


def check(found: Segmented) -> None:
    """Laws that hold for any document."""
    text = found.document.text
    for block in found.document.blocks:
        check_passage(block.passage, text)
        assert 0 <= block.span.start <= block.span.end <= len(text)
    for note in found.notes:
        check_passage(note.passage, text)
    names = {source.id for source in found.sources}
    assert len(names) == len(found.sources)
    before: Sentence | None = None
    for index, sentence in enumerate(found.sentences):
        check_passage(sentence.passage, text)
        assert (sentence.index, sentence.source in names) == (index, True)
        assert sentence.passage.text.strip()
        assert all(0 <= a <= b <= len(sentence.text) for a, b in sentence.cells)
        assert all(0 <= q.start < q.end <= len(sentence.text) for q in sentence.quotations)
        assert all(0 <= marker.local <= len(sentence.text) for marker in sentence.markers)
        if before and found.document.media_type != "text/html":
            assert before.span.end <= sentence.span.start
        before = sentence


WORDS = st.sampled_from(
    ["The hall", "has 3,400", "members", ".", "! ", "\n", "\n\n", "\r\n", "[1] ", "“", "”", '"', "By Ann Bell", "References:\n",
     "<p>", "</p>", "<b>", "<table><tr><td>", "<td>", "<sup>2</sup>", "<li>", "<br>", "&nbsp;", "&#", "<", "# ", "- ", "| a | b |\n|--|--|\n",
     "**", "`", "[x](y)", "[^1]", "[^1]: n\n", "> ", "```\n", "1. ", "key: 5", "¹²", "\ufffc", "\u00ad", "\x00", "3 May 1998", "———", "é", "😀", " ", "\t"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@example("- ```\n[^1]: n\n", "text/markdown")  # a note in a list that opens code
@given(
    st.lists(WORDS, max_size=30).map("".join),
    st.sampled_from(["text/plain", "text/markdown", "text/html"]),
)
def test_laws(text: str, media_type: str) -> None:
    """Places are exact, sentences in order, whatever the text."""
    check(segment(document(text, media_type)))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80), st.sampled_from(["text/plain", "text/markdown", "text/html"]))
def test_laws_for_any_text(text: str, media_type: str) -> None:
    """The same for text of any characters."""
    check(segment(document(text, media_type)))


def test_seeds() -> None:
    """The corpus of the project: sources, notes, and exact places."""
    folder = Path(__file__).parents[2] / "seeds"
    found = [
        segment(item) for item in read_documents([str(folder)], exclude=["manifest.toml"]).documents
    ]
    for item in found:
        check(item)
    assert [len(item.sources) for item in found] == [1, 1, 3, 1, 7]
    assert [len(item.notes) for item in found] == [0, 9, 0, 0, 40]
