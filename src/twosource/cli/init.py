"""The command `init`: a first manifest for a folder of documents."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click

from twosource.cli import common, options
from twosource.cli.shaped import command
from twosource.errors import InputError, OutputError, UsageError

_HOOKS = """\
repos:
  - repo: local
    hooks:
      - id: twosource-validate
        name: twosource validate
        entry: twosource validate
        language: system
        files: (^|/)(manifest\\.(toml|json)|twosource\\.toml)$
      - id: twosource-report
        name: twosource report
        entry: twosource report -q -f concise
        language: system
        pass_filenames: false
"""


@command(
    short_help="Write a manifest of the documents in a folder.",
    epilog="Examples:\n\n\b\n  twosource init docs\n  twosource init docs --dry-run\n  twosource init docs --pre-commit",
)
@click.argument("folder", default=".", metavar="[FOLDER]")
@click.option("-m", "--manifest", metavar="FILE", help="Where to write [FOLDER/manifest.toml].")
@click.option("--exclude", multiple=True, metavar="GLOB", help="Leave files out.")
@click.option("--encoding", metavar="NAME", help="Of files that are not UTF-8 and state none.")
@click.option("--pre-commit", is_flag=True, help="Write .pre-commit-config.yaml as well.")
@click.option("--force", is_flag=True, help="Overwrite what is there.")
@click.option("--dry-run", is_flag=True, help="Print the manifest, write nothing.")
@options.quiet
def init(
    folder: str,
    manifest: str | None,
    exclude: tuple[str, ...],
    encoding: str | None,
    pre_commit: bool,
    force: bool,
    dry_run: bool,
    quiet: int,
) -> int:
    """Write a manifest of the documents in a folder.

    Title, author, publisher and date are taken from the text where it states them, and
    marked as guessed. Nothing is overwritten without --force.
    """
    if not Path(folder).is_dir():
        raise InputError(folder, "no such folder")
    target = Path(manifest) if manifest else Path(folder) / "manifest.toml"
    if target.suffix != ".toml":
        raise UsageError(f"{target}: a manifest written by init is TOML; name it .toml")
    hooks = Path(".pre-commit-config.yaml")
    for path in (target, *((hooks,) if pre_commit else ())):
        if path.exists() and not (force or dry_run):
            raise OutputError(str(path), "it is there already; --force overwrites it")
    text, lines, unread = _draft(folder, target, exclude, encoding)
    if not lines:
        raise InputError(folder, "no documents found (looked for .txt .md .html .jsonl)")
    if dry_run:
        common.emit(text)
        return 2 if unread else 0
    common.write(str(target), text)
    if pre_commit:
        common.write(str(hooks), _HOOKS)
    _say(lines, target, hooks if pre_commit else None, quiet)
    return 2 if unread else 0


def _draft(
    folder: str, target: Path, exclude: tuple[str, ...], encoding: str | None
) -> tuple[str, list[str], bool]:
    """The manifest, a line for each source, and whether a document could not be read."""
    from twosource.model import Level
    from twosource.read import read_documents
    from twosource.segment import segment
    from twosource.starter import starter_manifest

    read = read_documents([folder], encoding=encoding, exclude=exclude)
    for item in read.diagnostics:
        common.note(f"{item.level}: {item.message}  {item.rule}")
    base = target.resolve().parent

    def relative(path: str) -> str:
        found = Path(os.path.relpath(Path(path).absolute(), base)).as_posix()
        if found.startswith("../"):
            raise UsageError(
                f"{target}: a manifest stands above its documents; {path} is outside its folder"
            )
        return found

    text, lines = starter_manifest([segment(document) for document in read.documents], relative)
    return text, lines, any(item.level is Level.ERROR for item in read.diagnostics)


def _say(lines: list[str], target: Path, hooks: Any, quiet: int) -> None:
    for line in lines:
        common.note(f"  {line}", quiet)
    count = len(lines)
    common.note(f"wrote {target} ({count} source{'s' * (count != 1)}, sha256 recorded)", quiet)
    if hooks:
        common.note(f"wrote {hooks}", quiet)
    common.note(f"next: correct what is marked guessed, then: twosource report -m {target}", quiet)
