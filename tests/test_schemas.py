"""Schemas: valid themselves, found everywhere, and kept by every file of ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from twosource.contract import NAMES, check, schema, violations
from twosource.validate import validate_file

ROOT = Path(__file__).parents[1]
LEXICONS = sorted((ROOT / "src" / "twosource" / "lexicons").glob("*.toml"))


@pytest.mark.parametrize("name", NAMES)
def test_schema_is_valid_and_local(name: str) -> None:
    """Every schema is a 2020-12 schema with an urn id; nothing is fetched."""
    from jsonschema import Draft202012Validator

    Draft202012Validator.check_schema(schema(name))
    assert schema(name)["$id"] == f"urn:twosource:schema:{name}:1"


@pytest.mark.parametrize("path", LEXICONS, ids=lambda path: path.name)
def test_lexicon_keeps_its_schema(path: Path) -> None:
    """Word lists are data that is checked."""
    assert validate_file(path, kind="lexicon").violations == ()


def test_remote_reference_is_refused() -> None:
    """A reference to elsewhere is an error, not a download."""
    with pytest.raises(ValueError, match="nothing is fetched"):
        check({}, {"$ref": "http://localhost:9/x.json"})


def test_unknown_key_is_suggested() -> None:
    """A misspelt key names the right one, at its place."""
    data = {"version": 1, "source": [{"path": "a.txt", "publsher": "x"}]}
    assert violations(data, "manifest") == [
        ("/source/0/publsher", "unknown key 'publsher'; did you mean 'publisher'?")
    ]


def test_seeds_manifest_and_reports() -> None:
    """What is committed is valid; the seeds are not part of a package, so they may be absent."""
    for path in (ROOT / "seeds" / "manifest.toml", ROOT / "reports" / "seeds.report.json"):
        if path.exists():
            assert validate_file(path).violations == ()
