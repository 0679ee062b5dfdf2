"""Write a file whole or not at all; what stood there before survives every failure."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from pathlib import Path

from twosource.errors import OutputError


def check_target(path: Path) -> None:
    """Say before the work that a file cannot be written. Raises OutputError."""
    if path.is_dir():
        raise OutputError(str(path), "it is a folder")
    if not path.parent.is_dir():
        raise OutputError(str(path), f"folder {str(path.parent)!r} does not exist")
    if not os.access(path.parent, os.W_OK):
        raise OutputError(str(path), "permission denied")


def save(path: Path, content: str | bytes) -> None:
    """Write bytes, or text as UTF-8: temporary file beside it, flush, rename. Raises OutputError."""
    check_target(path)
    target = path.resolve()
    temporary = ""
    try:
        handle, temporary = tempfile.mkstemp(
            prefix=f".{target.name}-", suffix=".tmp", dir=target.parent
        )
        with os.fdopen(handle, "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, _mode(target))
        os.replace(temporary, target)
    except OSError as error:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise OutputError(str(path), (error.strerror or str(error)).lower()) from error
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise


def _mode(target: Path) -> int:
    """The mode an existing file has, else 0666 less the umask."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
