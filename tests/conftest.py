"""Let processes that tests start find the package in a checkout, too."""

from __future__ import annotations

import os
from pathlib import Path

SRC = str(Path(__file__).resolve().parents[1] / "src")
os.environ["PYTHONPATH"] = os.pathsep.join(p for p in (SRC, os.environ.get("PYTHONPATH")) if p)
for name in ("NO_COLOR", "FORCE_COLOR", "SOURCE_DATE_EPOCH", "TWOSOURCE_CONFIG"):
    os.environ.pop(name, None)
os.environ["XDG_CONFIG_HOME"] = os.path.join(os.sep, "nowhere")  # whose own settings are not asked
