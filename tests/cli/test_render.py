"""`render`: every format from the JSON report alone."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from twosource.cli.common import FORMATS
from twosource.report import EXTENSIONS, RENDERERS

Done = CompletedProcess[bytes]


def test_formats_are_those_of_the_renderers() -> None:
    """Every renderer can be asked for by name, and by the extension of a file."""
    assert set(FORMATS) - {"md"} == set(RENDERERS)
    assert set(EXTENSIONS.values()) <= set(RENDERERS)


def test_round_trip_without_the_sources(folder: Path, twosource: Callable[..., Done]) -> None:
    """What `report` writes and what `render` writes of its JSON are the same bytes."""
    names = sorted(f"out{extension}" for extension in EXTENSIONS)
    twosource("report", "a.txt", "b.txt", *(part for name in names for part in ("-o", name)))
    before = {name: (folder / name).read_bytes() for name in names}
    (folder / "a.txt").unlink()
    (folder / "b.txt").unlink()
    again = [part for name in names for part in ("-o", f"again-{name}")]
    assert twosource("render", "out.json", *again).returncode == 0
    assert {name: (folder / f"again-{name}").read_bytes() for name in names} == before


BAD = [
    # name, content
    ("gone.json", None),
    ("list.json", "[]"),
    ("cut.json", '{"schema_version": "1.0",'),
    ("other.json", json.dumps({"schema_version": "1.0"})),
]


@pytest.mark.parametrize(("name", "content"), BAD)
def test_what_is_no_report_is_trouble(
    folder: Path, twosource: Callable[..., Done], name: str, content: str | None
) -> None:
    """Exit 2 with the name of the file; nothing on stdout."""
    if content is not None:
        (folder / name).write_text(content, encoding="utf-8")
    done = twosource("render", name)
    assert done.returncode == 2
    assert name.encode() in done.stderr
    assert done.stdout == b""
