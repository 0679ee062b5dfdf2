"""Turn bytes into text without guessing.

In:  the bytes of one file. Out: text, name of the encoding, warnings; or the one reason
why it cannot be read. Order: byte-order mark, strict UTF-8, the encoding an HTML page
declares, the encoding the caller states. Anything else is refused: a wrong guess invents
or destroys facts.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from twosource.model import Diagnostic, Level
from twosource.read.pieces import line_spans
from twosource.rules.inputs import encoding_odd, limit_reached, unreadable, unsupported_kind

_MARKS: Final = (  # longest first: UTF-32 begins like UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY: Final = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip archive (perhaps a word-processor or e-book file)"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x7fELF", "a program"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xd0\xcf\x11\xe0", "an old office file"),
    (b"{\\rtf", "a rich text file"),
    (b"SQLite format 3", "a database"),
)
_NO_TEXT: Final = frozenset({".pdf", ".doc", ".docx", ".odt", ".epub"})  # names of no text
_DECLARED: Final = re.compile(
    rb"charset[ \t]{0,5}=[ \t]{0,5}[\"']?([A-Za-z0-9_.:\-]{1,40})", re.IGNORECASE
)
_CONTROL: Final = re.compile("[\x00-\x08\x0e-\x1b\x7f]")
_HEAD: Final = 4096
_NOT_TEXT: Final = frozenset({"unicode_escape", "raw_unicode_escape", "utf-7", "idna", "punycode"})


@dataclass(frozen=True, slots=True)
class Decoded:
    """What became of the bytes: `text` is None when they were refused (see diagnostics)."""

    text: str | None
    encoding: str = "utf-8"
    diagnostics: tuple[Diagnostic, ...] = ()


def decode(data: bytes, path: str, *, stated: str | None = None, html: bool = False) -> Decoded:
    """Decode one file.

    Args:
        data: All its bytes.
        path: Name for messages.
        stated: Encoding the caller says files have that are not UTF-8.
        html: Whether a charset declared in the first bytes counts.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strict(data, name, path)
    if kind := binary_kind(data):
        message = f"{path}: not text but {kind}; give a text version of it"
        return Decoded(None, "", (unsupported_kind(message, path, level=Level.ERROR),))
    if wrong := misnamed(data, path):
        return Decoded(None, "", (unsupported_kind(f"{path}: {wrong}", path, level=Level.ERROR),))
    declared = _declared(data) if html else None
    try:
        return _checked(data.decode("utf-8"), "utf-8", path, _differs(data, declared, path))
    except UnicodeDecodeError as problem:
        return _other(data, path, problem, declared, stated)


def binary_kind(data: bytes) -> str | None:
    """Say what bytes look like that are not text at all; None when they may be text."""
    for magic, kind in _BINARY:
        if data.startswith(magic):
            return kind
    head = data[:65536]
    if head.count(0) * 20 > len(head):
        return "binary data with NUL bytes (perhaps UTF-16 without a byte-order mark; state it with --encoding)"
    return None


def misnamed(data: bytes, path: str) -> str | None:
    """Say what is wrong with text that bears the name of another format; None when nothing is.

    A saved error page is the commonest bad PDF.
    """
    ending = PurePath(path).suffix.lower()
    if ending not in _NO_TEXT or not data:
        return None
    looks = "HTML" if data.lstrip()[:1] == b"<" else "plain text"
    return f"named {ending}, but it looks like {looks}; get the file anew, or name it as what it is"


def _other(
    data: bytes, path: str, problem: UnicodeDecodeError, declared: str | None, stated: str | None
) -> Decoded:
    if problem.end >= len(data) and problem.reason == "unexpected end of data":
        text = data[: problem.start].decode("utf-8")
        message = f"{place(path, text, len(text))}: the file ends inside a character (cut off?); the rest was read"
        return _checked(text, "utf-8", path, (limit_reached(message, path),))
    if declared and not _is_utf8(declared):
        return _strict(data, declared, path)
    if stated:
        return _strict(data, stated, path)
    bad = _bad_byte(data, path, problem)
    if declared:
        message = f"{bad}, though the page says {declared}; such bytes are shown as U+FFFD"
        return _checked(
            data.decode("utf-8", "replace"), "utf-8", path, (encoding_odd(message, path),)
        )
    return _refuse(path, f"{bad}; state the encoding with --encoding{_suggestion(data)}")


def _strict(data: bytes, encoding: str, path: str) -> Decoded:
    try:
        info = codecs.lookup(encoding)
        if info.name in _NOT_TEXT or not getattr(info, "_is_text_encoding", True):
            raise LookupError(encoding)
        text = data.decode(info.name, "strict")
    except LookupError:
        return _refuse(
            path, f"{path}: unknown encoding {encoding!r}; state a known one with --encoding"
        )
    except (UnicodeError, ValueError) as problem:
        at = problem.start if isinstance(problem, UnicodeDecodeError) else 0
        byte = f" (byte 0x{data[at]:02X} at offset {at})" if at < len(data) else ""
        return _refuse(path, f"{path}: not {encoding}{byte}; state the encoding with --encoding")
    return _checked(text, info.name, path, ())


def _checked(text: str, encoding: str, path: str, before: tuple[Diagnostic, ...]) -> Decoded:
    """Say that control characters stand in the text; they stay where they are."""
    found = _CONTROL.search(text)
    if not found:
        return Decoded(text, encoding, before)
    count = sum(1 for _ in _CONTROL.finditer(text))
    message = (
        f"{place(path, text, found.start())}: {count} control character{'s' if count > 1 else ''} "
        f"in the text, first U+{ord(found.group()):04X}; read as they are"
    )
    return Decoded(text, encoding, (*before, encoding_odd(message, path)))


def _differs(data: bytes, declared: str | None, path: str) -> tuple[Diagnostic, ...]:
    if declared is None or _is_utf8(declared) or data.isascii():
        return ()
    message = f"{path}: the page says {declared} but is valid UTF-8; read as UTF-8"
    return (encoding_odd(message, path),)


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:_HEAD])
    if not found:
        return None
    name = found.group(1).decode("ascii").lower()
    latin = {"iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii"}
    return "windows-1252" if name in latin else name  # as the WHATWG Encoding Standard has it


def _is_utf8(name: str) -> bool:
    return name.replace("-", "").replace("_", "") in {"utf8", "utf8sig"}


def _bad_byte(data: bytes, path: str, problem: UnicodeDecodeError) -> str:
    before = data[: problem.start].decode("utf-8")
    byte = data[problem.start]
    return f"{place(path, before, len(before))}: not UTF-8 (byte 0x{byte:02X} at offset {problem.start})"


def place(path: str, text: str, offset: int) -> str:
    """Say where an offset is, as "path:line:column", both from 1."""
    lines = line_spans(text[:offset])
    return f"{path}:{len(lines)}:{offset - lines[-1][0] + 1}"


def _suggestion(data: bytes) -> str:
    """Name what the bytes may be; only ever a hint for the reader."""
    from charset_normalizer import from_bytes  # late: slow to import, seldom needed

    best = from_bytes(data[:20_000]).best()
    return f" (perhaps {best.encoding.replace('_', '-')})" if best else ""


def _refuse(path: str, message: str) -> Decoded:
    return Decoded(None, "", (unreadable(message, path),))
