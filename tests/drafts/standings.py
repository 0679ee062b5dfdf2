"""Count right and wrong standings of labelled draft assertions.

python tests/drafts/standings.py            the counts
python tests/drafts/standings.py --errors   and every assertion that got another standing
"""

from __future__ import annotations

import argparse
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from twosource.drafts import Checked, check_draft
from twosource.pipeline import corroborate

HERE = Path(__file__).parent
GOLD = HERE.parent / "gold"


def labels() -> list[dict[str, Any]]:
    """The labelled drafts."""
    return list(tomllib.loads((HERE / "labels.toml").read_text(encoding="utf-8"))["draft"])


def checked(draft: dict[str, Any]) -> tuple[str, tuple[Checked, ...]]:
    """The text of a draft and what the sources say to it, as `check` finds it."""
    path = HERE / f"{draft['name']}.md"
    sources = sorted(p for p in (GOLD / draft["corpus"]).iterdir() if p.name.startswith("s"))
    rows = check_draft(corroborate([path, *sources]), path.as_posix())
    return path.read_text(encoding="utf-8"), rows


def standings(draft: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """(text of the value, labelled standing, standing found or "unread")."""
    text, rows = checked(draft)
    start = 0
    for surface, wanted in draft["rows"]:
        start = text.index(surface, start)
        end = start + len(surface)
        found = [
            str(row.standing)
            for row in rows
            if row.assertion.kind != "event"
            and row.assertion.span.start < end
            and start < row.assertion.span.end
        ]
        yield surface, wanted, found[0] if found else "unread"


def counted() -> tuple[Counter[tuple[str, str]], list[str]]:
    """(labelled, found) -> how often; and the wrong ones in words."""
    counts: Counter[tuple[str, str]] = Counter()
    wrong = []
    for draft in labels():
        for surface, wanted, found in standings(draft):
            counts[wanted, found] += 1
            if wanted != found:
                wrong.append(f"{draft['name']}: {surface!r} is {wanted}, found {found}")
    return counts, wrong


def main() -> None:
    """Print the counts."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--errors", action="store_true")
    asked = parser.parse_args()
    counts, wrong = counted()
    for (wanted, found), count in sorted(counts.items()):
        print(f"{wanted:<16} {found:<16} {count}")
    total = sum(counts.values())
    print(f"{total} assertions, {total - len(wrong)} standings right, {len(wrong)} wrong")
    if asked.errors:
        print(*wrong, sep="\n")


if __name__ == "__main__":
    main()
