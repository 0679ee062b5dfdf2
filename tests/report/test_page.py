"""The page in a browser: what a reader sees, hears, prints; skipped where there is none."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1]))
from helpers import run
from html_browser import Browser, browser_path
from html_samples import large, small

from twosource.report import render, to_dict
from twosource.report.page import build, fulltext

pytestmark = pytest.mark.skipif(browser_path() is None, reason="no browser on this machine")

TEXTS = {
    "a.html": "<html><head><title>Harbour</title></head><body><article><p>The Orrin Museum was "
    "founded in <b>1963</b> by sailors. It stands on a quay that nobody counts.</p>"
    "<p>The Orrin Museum has 3,400 members.</p></article></body></html>",
    "b.txt": "The Orrin Museum was established in 1965.\n\nA porter saw 7 ships.\n",
    "c.txt": "The Orrin Museum has 3,500 members <script>x=1</script>.\n",
}
CONTRAST = """
(() => {
  const light = (rgb) => {
    const [r, g, b] = rgb.map((v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const parts = (text) => text.match(/[\\d.]+/g).map(Number);
  const ground = (node) => {
    for (; node; node = node.parentElement) {
      const [r, g, b, a = 1] = parts(getComputedStyle(node).backgroundColor);
      if (a > 0) return [r, g, b];
    }
    return [255, 255, 255];
  };
  const found = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode.parentElement;
    if (!walk.currentNode.textContent.trim() || node.closest("svg, script, style, [hidden], :disabled")) continue;
    const style = getComputedStyle(node);
    const [one, two] = [light(parts(style.color).slice(0, 3)), light(ground(node))].sort((a, b) => b - a);
    const ratio = (one + 0.05) / (two + 0.05);
    if (ratio < 4.5) found.push(`${ratio.toFixed(2)} ${node.tagName}.${node.className} ${walk.currentNode.textContent.slice(0, 30)}`);
  }
  return found;
})()
"""


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """One browser for all tests."""
    found = Browser(tmp_path_factory.mktemp("browser"))
    yield found
    found.close()


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report over HTML and plain text."""
    folder = tmp_path_factory.mktemp("page")
    return written(folder, to_dict(run(folder, TEXTS)))


def written(folder: Path, data: dict[str, Any]) -> Path:
    path = folder / "page.html"
    path.write_text(render(data, "html"), encoding="utf-8")
    return path


@pytest.fixture
def seen(browser: Browser, page: Path) -> Browser:
    """The report on a desk screen."""
    browser.script(True)
    browser.scheme("light")
    browser.size(1280, 800)
    browser.open(page)
    return browser


def test_asks_nothing_and_fails_nowhere(seen: Browser) -> None:
    """One request, the page itself; no refused content, no fault."""
    assert len(seen.requests) == 1
    assert seen.faults == []
    assert seen.ask("typeof x") == "undefined"


QUESTIONS = {
    "what conflicts": "#v-conflict article h3",
    "who says it": "#v-conflict .by a",
    "where exactly": "#v-conflict .by .at",
    "how many origins": "#v-conflict .side h4 small",
    "what is uncertain": ".uncertain",
}


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("width", [1280, 390])
def test_first_screen_answers(browser: Browser, page: Path, question: str, width: int) -> None:
    """On a desk screen at once; on a narrow one after following the first tile."""
    browser.size(width, 800)
    fragment = "" if width > 1000 or question == "what is uncertain" else "#v-conflict"
    browser.open(page, fragment)
    place = browser.ask(
        f"(() => {{ const r = document.querySelector({QUESTIONS[question]!r}).getBoundingClientRect();"
        "return [r.top, r.bottom, r.width]; })()"
    )
    assert 0 <= place[0] < 800
    assert place[1] <= 800
    assert place[2] > 0


def test_markup_of_a_document_is_not_shown(seen: Browser) -> None:
    """A quote of an HTML document reads as its readers saw it, the value marked."""
    quotes = seen.ask("[...document.querySelectorAll('blockquote')].map(q => q.textContent)")
    assert "The Orrin Museum was founded in 1963 by sailors." in quotes
    assert seen.ask("[...document.querySelectorAll('mark')].some(m => m.textContent === '1963')")


def test_source_pages_have_the_full_text(seen: Browser) -> None:
    """Sentences without an assertion stand there too; marked values lead to their finding."""
    text = seen.ask("document.querySelector('#sources').textContent")
    assert "It stands on a quay that nobody counts." in text
    dead = "[...document.querySelectorAll('a[href^=\"#\"]')].filter(a => !document.getElementById(decodeURIComponent(a.hash.slice(1)))).length"
    assert seen.ask(dead) == 0
    assert seen.ask("document.querySelectorAll('#sources .text a.a-conflict').length") >= 4


FILTERS = [
    # field, value, findings left are of
    ("fv", "conflict", "[...shown].every(a => a.dataset.v === 'conflict')"),
    ("fk", "date", "[...shown].every(a => a.dataset.k === 'date')"),
    ("fr", "CR101", "[...shown].every(a => a.dataset.r === 'CR101')"),
    ("fy", "1963", "[...shown].every(a => a.dataset.y)"),
    ("q", "porter ships", "[...shown].every(a => a.textContent.includes('7 ships'))"),
]


@pytest.mark.parametrize(("field", "value", "holds"), FILTERS)
def test_filters_and_their_links(
    seen: Browser, page: Path, field: str, value: str, holds: str
) -> None:
    """A filter leaves what fits, counts it, and can be sent as a link."""
    event = "change" if field in {"fv", "fk", "fr"} else "input"
    seen.ask(
        f"(() => {{ const f = document.getElementById({field!r}); f.value = {value!r};"
        f"f.dispatchEvent(new Event({event!r})); }})()"
    )
    seen.ask("new Promise(done => setTimeout(done, 250))")
    check = f"(() => {{ const shown = document.querySelectorAll('article:not([hidden])'); return [shown.length, {holds}, location.hash]; }})()"
    count, fits, link = seen.ask(check)
    total = seen.ask("document.querySelectorAll('article').length")
    assert 0 < count < total
    assert fits
    assert str(count) in seen.ask("document.getElementById('count').textContent")
    seen.open(page, link)
    assert seen.ask(check)[0] == count


def test_deep_link_opens_folds(seen: Browser, page: Path) -> None:
    """The link of a folded finding shows it."""
    name = seen.ask("document.querySelector('article.one').id")
    seen.open(page, f"#{name}")
    seen.ask("new Promise(done => setTimeout(done, 300))")
    top = seen.ask(f"document.getElementById({name!r}).getBoundingClientRect().top")
    assert 0 <= top < 800
    assert seen.ask("document.querySelector('article:target').closest('details').open")


def test_keys(seen: Browser) -> None:
    """j goes on, / searches, ? explains; with the box off single keys do nothing."""
    seen.key("j")
    assert seen.ask("document.activeElement.tagName") == "ARTICLE"
    seen.key("/")
    assert seen.ask("document.activeElement.id") == "q"
    seen.key("Escape")
    seen.key("?")
    assert seen.ask("document.getElementById('help').open")
    seen.ask("document.getElementById('help').close()")
    seen.ask("document.getElementById('single').checked = false")
    seen.key("/")
    assert seen.ask("document.activeElement.id") != "q"


def test_reads_without_script(seen: Browser, page: Path) -> None:
    """Everything is there; tools that need script are not."""
    seen.script(False)
    seen.open(page)
    seen.script(True)
    assert seen.ask("document.getElementById('tools').hidden")
    text = seen.ask("document.body.textContent")
    assert "established in 1965" in text
    assert "It stands on a quay" in text


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast(browser: Browser, page: Path, scheme: str) -> None:
    """Every text has 4.5 : 1 against what is behind it (WCAG 2.2, 1.4.3)."""
    browser.scheme(scheme)
    browser.size(1280, 800)
    browser.open(page)
    browser.ask("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert browser.ask(CONTRAST) == []
    browser.scheme("light")


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_runs_over_the_edge(browser: Browser, page: Path, width: int) -> None:
    """No sideways scrolling of the page itself (WCAG 2.2, 1.4.10)."""
    browser.size(width, 800)
    browser.open(page)
    browser.ask("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert browser.ask("document.documentElement.scrollWidth") <= width


def test_structure(seen: Browser) -> None:
    """One h1, no level left out, landmarks, headers of tables, names of fields, ids once."""
    levels = seen.ask("[...document.querySelectorAll('h1,h2,h3,h4')].map(h => +h.tagName[1])")
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))
    for tag in ("main", "header", "nav"):
        assert seen.ask(f"document.querySelectorAll({tag!r}).length") == 1
    assert seen.ask("[...document.querySelectorAll('th')].every(h => h.scope)")
    fields = (
        "[...document.querySelectorAll('input,select')].every(f => f.ariaLabel || f.labels.length)"
    )
    assert seen.ask(fields)
    ids = seen.ask("[...document.querySelectorAll('[id]')].map(e => e.id)")
    assert len(ids) == len(set(ids))


def test_print(seen: Browser) -> None:
    """A print has pages; what is folded on the screen is not, and tools are gone."""
    assert seen.pdf().startswith(b"%PDF")
    seen.call("Emulation.setEmulatedMedia", media="print")
    assert seen.ask("getComputedStyle(document.querySelector('.bar')).display") == "none"
    assert seen.ask("document.querySelector('article.one').getBoundingClientRect().height") > 0
    seen.call("Emulation.setEmulatedMedia", media="")


def test_sample_without_texts(browser: Browser, tmp_path: Path) -> None:
    """A report that holds no readable text shows the sentences it has."""
    browser.open(written(tmp_path, small()))
    assert "They counted 3,400 crates there." in browser.ask("document.body.textContent")
    assert browser.faults == []


@pytest.fixture
def held(browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A page that holds most of its findings and texts back, as a large report does."""
    monkeypatch.setattr(build, "AT_ONCE", 3)
    monkeypatch.setattr(build, "BLOCK", 4)
    monkeypatch.setattr(fulltext, "AT_ONCE", 5)
    browser.script(True)
    browser.size(1280, 800)
    return written(tmp_path, large(60, sources=9))


DRAWN = "new Promise(d => { const f = () => document.querySelector('noscript, .held') ? setTimeout(f, 20) : d(document.querySelectorAll('article').length); f(); })"


def test_held_findings_are_drawn_soon(browser: Browser, held: Path) -> None:
    """What is held back comes by itself, every finding once and under its own part."""
    browser.open(held)
    assert browser.ask(DRAWN) == 60
    assert browser.ask("document.querySelectorAll('#v-one-source article').length") == 30
    assert browser.ask("document.querySelectorAll('#sources .text li').length") == 180
    ids = browser.ask("[...document.querySelectorAll('[id]')].map(e => e.id)")
    assert len(ids) == len(set(ids))
    assert browser.faults == []


def test_held_findings_without_script(browser: Browser, held: Path) -> None:
    """A browser without script reads all of them as part of the page."""
    browser.script(False)
    browser.open(held)
    browser.script(True)
    assert browser.ask("document.querySelectorAll('article').length") == 60
    assert browser.ask("document.querySelectorAll('#sources .text li').length") == 180
    assert browser.ask("document.querySelector('article h3').getBoundingClientRect().height") > 0


def test_held_text_stays_text(browser: Browser, held: Path) -> None:
    """What is drawn later is as inert as what stands in the page."""
    data = large(60, sources=9)
    for item in data["assertions"]:
        tail = "</noscript><img src=x onerror=alert(1)>&lt;b&gt;"
        item["quote"] = item["plain"] = f"{item['quote']} {tail}"
    browser.open(written(held.parent, data))
    assert browser.ask(DRAWN) == 60
    assert browser.ask("document.querySelectorAll('img, blockquote b').length") == 0
    assert browser.ask("document.querySelectorAll('blockquote')[99].textContent").endswith(tail)
    assert browser.faults == []


ASKED = [
    # what is done at once, what is then true
    ("location.hash = '#c-00059'", "document.getElementById('c-00059').closest('details').open"),
    ("location.hash = '#a-00059-2'", "document.getElementById('a-00059-2').closest('.src').open"),
    ("location.hash = '#c-99999'", "document.querySelectorAll('noscript').length > 5"),  # no such
    ("location.hash = '#x\"[y'", "document.querySelectorAll('noscript').length > 5"),
    (
        "dispatchEvent(new Event('beforeprint'))",
        "document.querySelectorAll('article').length === 60",
    ),
    (
        "fv.value = 'conflict', fv.dispatchEvent(new Event('change'))",
        "document.querySelectorAll('article').length === 60",
    ),
    (
        "document.querySelector('.src:last-of-type').open = true",
        "document.querySelector('.src:last-of-type .text li') !== null",
    ),
]


@pytest.mark.parametrize(("done", "holds"), ASKED)
def test_held_findings_come_when_asked_for(
    browser: Browser, held: Path, done: str, holds: str
) -> None:
    """A link, a filter, a print and an opened source do not wait for spare time."""
    browser.call("Page.enable")
    wait = "window.requestIdleCallback = () => 0"  # no time is ever spare
    name = browser.call("Page.addScriptToEvaluateOnNewDocument", source=wait)["identifier"]
    browser.open(held)
    assert browser.ask("document.querySelectorAll('noscript').length") > 5
    browser.ask(done)
    browser.ask("new Promise(done => setTimeout(done, 200))")
    assert browser.ask(holds)
    assert browser.faults == []
    browser.call("Page.removeScriptToEvaluateOnNewDocument", identifier=name)


@pytest.mark.slow
def test_ten_thousand_findings_open_in_three_seconds(browser: Browser, tmp_path: Path) -> None:
    """Work of the page's process until it is drawn, so that a busy machine does not count."""
    path = written(tmp_path, large(10_000))
    browser.script(True)
    browser.call("Performance.enable", timeDomain="threadTicks")
    browser.open(path)
    browser.ask("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    found = browser.call("Performance.getMetrics")["metrics"]
    (spent,) = [row["value"] for row in found if row["name"] == "ThreadTime"]
    assert spent < 1.5
    assert path.stat().st_size < 25_000_000
