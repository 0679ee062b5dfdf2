"""A built wheel and the wheel of the sdist hold schemas, word lists and the typing mark."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
NEEDED = (
    "twosource/schemas/report.schema.json",
    "twosource/lexicons/senses.toml",
    "twosource/report/templates/report.html",
    "twosource/py.typed",
)


@pytest.mark.slow
def test_wheel_and_sdist(tmp_path: Path) -> None:
    """The wheel is built from the sdist; seeds and reports stay out of both."""
    command = [
        sys.executable,
        "-m",
        "build",
        "--no-isolation",
        "--outdir",
        str(tmp_path),
        str(ROOT),
    ]
    subprocess.run(command, check=True, capture_output=True)
    wheel = zipfile.ZipFile(next(tmp_path.glob("*.whl"))).namelist()
    with tarfile.open(next(tmp_path.glob("*.tar.gz"))) as archive:
        sdist = archive.getnames()
    assert not [name for name in NEEDED if name not in wheel]
    for names in (wheel, sdist):
        assert not [n for n in names if "/seeds/" in f"/{n}" or "seeds.report" in n]
