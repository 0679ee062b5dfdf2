"""Whose page it is, from breadcrumbs, menus, mastheads and copyright lines."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))
from helpers import run

MILL = "The mill of Norrey employs 227 people, its owner said on Monday. It made 412 tonnes of paper last year."
BRIDGE = "The bridge over the Asker was closed for 41 hours on Tuesday. About 900 cars had to wait."
HEADS = "Mill keeps its people\n\n", "Bridge closed\n\n"

SITES = [
    # lines before the title, lines behind the text, are they of one site?
    ("Home » Harbour Post » Business", "", True),
    ("Harbour Post > News > Business", "", True),
    ("Harbour Post | Home | News | Sport | Contact", "", True),
    ("THE HARBOUR POST\nMonday, 3 May 2021", "", True),
    ("Source: https://harbourpost.test/2021/", "", True),
    ("", "© 2021 Harbour Post. All rights reserved.", True),
    ("", "Copyright 2021 Harbour Post Ltd", True),
    ("", "Subscribe to the Harbour Post newsletter", True),
    # silent: words of a menu name nobody, a picture's copyright is not the page's
    ("Home » News » Business", "", False),
    ("Home | News | Sport | Contact", "", False),
    ("News > Local > Business", "", False),
    ("", "© 2021 Getty Images", False),
    ("", "Subscribe to our newsletter", False),
    ("Source: https://medium.com/", "", False),
]


@pytest.mark.parametrize(("before", "behind", "one"), SITES)
def test_one_site(tmp_path: Path, before: str, behind: str, one: bool) -> None:
    pages = {
        f"{name}.txt": f"{before}{name if before.endswith('/') else ''}\n\n{head}{text}\n\n{behind}\n".lstrip()
        for name, head, text in zip("ab", HEADS, (MILL, BRIDGE), strict=True)
    }
    report = run(tmp_path, pages)
    assert (len(set(dict(report.origin_groups).values())) == 1) is one
    assert {source.metadata.title for source in report.sources} == {h.strip() for h in HEADS}


def test_the_address_a_web_page_gives_as_its_own(tmp_path: Path) -> None:
    pages = {
        f"{name}.html": f'<html><head><link rel="canonical" href="https://harbourpost.test/{name}"></head>'
        f"<body><article><h1>{name}</h1><p>{text}</p></article></body></html>"
        for name, text in (("mill", MILL), ("bridge", BRIDGE))
    }
    assert {tie.kind for tie in run(tmp_path, pages).ties} == {"site"}
