"""Examples in the documentation, run: what a page shows is what the program prints.

A block of ```console holds lines "$ cat FILE", which lay a file down, and "$ twosource ...",
which are run in the same folder; below each stands what it prints to stdout. `python
tests/console.py` writes the output of today into README.md and the pages of `help`.
"""

from __future__ import annotations

import re
import shlex
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from inside import call

ROOT = Path(__file__).resolve().parents[1]
PAGES = (ROOT / "README.md", *sorted((ROOT / "src" / "twosource" / "pages").glob("*.md")))
_BLOCK = re.compile(r"(?<=```console\n).*?(?=```)", re.S)


def blocks(text: str) -> list[str]:
    """The console blocks of a page."""
    return _BLOCK.findall(text)


def replayed(text: str, folder: Path) -> str:
    """The page with what its examples print now; files are laid down in `folder`."""
    return _BLOCK.sub(lambda found: "".join(_replayed(found[0], folder)), text)


def _replayed(block: str, folder: Path) -> Iterator[str]:
    for step in re.split(r"(?m)^\$ ", block)[1:]:
        line, _, output = step.partition("\n")
        words = shlex.split(line)
        if words[0] == "cat":
            path = folder / words[1]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(output.rstrip("\n") + "\n", encoding="utf-8")
            yield f"$ {line}\n{output}"
        else:
            yield f"$ {line}\n{call(folder, *words[1:]).stdout.decode()}"


def main() -> None:
    """Write the output of today into every page."""
    for page in PAGES:
        with tempfile.TemporaryDirectory() as folder:
            text = page.read_text(encoding="utf-8")
            page.write_text(replayed(text, Path(folder)), encoding="utf-8")


if __name__ == "__main__":
    main()
