"""An optional field: how alike two clauses are to a sentence model that the user has on disk.

In:  assertions and the folder of a model. Out: vectors by assertion, and a field for pairs.
Off unless a folder is named. Nothing is downloaded and no code of the model's folder is run.
The field never speaks for a pair whose slot differs in any other field, nor for one whose
values exclude each other: so it is never the ground of a conflict.

A folder of sentence-transformers (`pip install twosource[semantic]`) or one with
`model.onnx` and `tokenizer.json` (onnxruntime and tokenizers installed) will do.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from math import sqrt
from pathlib import Path
from typing import Any, Final

from twosource.errors import InputError, UsageError
from twosource.lexicon import load
from twosource.model import Assertion

Vector = tuple[float, ...]
Encoder = Callable[[Sequence[str]], Sequence[Sequence[float]]]
_WORDS: Final = 12  # words of the clause on either side of the value
_BATCH: Final = 32
_ONNX: Final = ("model.onnx", "onnx/model.onnx")
_DIFFERING: Final = frozenset({"different", "rival", "other", "disjoint_personal", "past"})


@lru_cache(maxsize=2)
def load_encoder(folder: Path) -> Encoder:
    """Open the model in `folder`; one thread, no network.

    Raises:
        InputError: There is no model in the folder, or it cannot be opened.
        UsageError: What it needs is not installed.
    """
    if (folder / "modules.json").is_file():
        return _opened(folder, _sentence_transformers)
    if any((folder / name).is_file() for name in _ONNX):
        return _opened(folder, _onnx)
    raise InputError(
        str(folder), "no model: neither modules.json nor model.onnx with tokenizer.json is there"
    )


def _opened(folder: Path, way: Callable[[Path], Encoder]) -> Encoder:
    for name in ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE"):
        os.environ[name] = "1"
    try:
        return way(folder)
    except ImportError as error:
        raise UsageError(
            f"the model needs a package that is missing ({error.name}); "
            "install twosource[semantic], or onnxruntime and tokenizers for an ONNX model"
        ) from error
    except Exception as error:  # whatever a model's files make a foreign package raise
        raise InputError(str(folder), f"the model cannot be opened: {error}") from error


def _sentence_transformers(folder: Path) -> Encoder:
    import torch
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging

    logging.disable_progress_bar()
    torch.set_num_threads(1)  # sums in one order, whatever the machine
    model = SentenceTransformer(str(folder), device="cpu", local_files_only=True)

    def encode(texts: Sequence[str]) -> Sequence[Sequence[float]]:
        found: Any = model.encode(list(texts), batch_size=_BATCH, show_progress_bar=False)
        return [[float(x) for x in row] for row in found]

    return encode


def _onnx(folder: Path) -> Encoder:
    """The mean of the token vectors, as models of this sort are trained for."""
    import onnxruntime
    from tokenizers import Tokenizer

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    file = next(folder / name for name in _ONNX if (folder / name).is_file())
    session = onnxruntime.InferenceSession(
        str(file), sess_options=options, providers=["CPUExecutionProvider"]
    )
    tokenizer: Any = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.enable_truncation(256)
    tokenizer.no_padding()
    wanted = {item.name for item in session.get_inputs()}

    def encode(texts: Sequence[str]) -> Sequence[Sequence[float]]:
        return [_mean(session, tokenizer.encode(text), wanted) for text in texts]

    return encode


def _mean(session: Any, encoded: Any, wanted: set[str]) -> list[float]:
    import numpy

    inputs = {
        "input_ids": encoded.ids,
        "attention_mask": encoded.attention_mask,
        "token_type_ids": encoded.type_ids,
    }
    fed = {name: numpy.array([row], dtype=numpy.int64) for name, row in inputs.items()}
    tokens = session.run(None, {name: fed[name] for name in sorted(wanted & set(fed))})[0][0]
    return [float(x) for x in tokens.mean(axis=0)] if tokens.ndim == 2 else list(map(float, tokens))


def meanings_of(assertions: Iterable[Assertion], encode: Encoder) -> dict[str, Vector]:
    """Assertion id -> vector of length 1 of its clause, the value left out.

    Texts are encoded once each and sorted, so that the order of the input changes nothing.
    """
    clauses = {item.id: clause_of(item) for item in assertions}
    texts = sorted(set(clauses.values()))
    vectors = dict(zip(texts, map(_unit, encode(texts) if texts else ()), strict=True))
    return {name: vectors[text] for name, text in clauses.items()}


def clause_of(item: Assertion) -> str:
    """The words around the value, the value itself as "...": equal values must not count twice."""
    before, found, after = item.plain.partition(item.text)
    if not found:
        return item.plain
    return " ".join([*before.split()[-_WORDS:], "...", *after.split()[:_WORDS]])


def _unit(row: Sequence[float]) -> Vector:
    length = sqrt(sum(x * x for x in row)) or 1.0
    return tuple(round(x / length, 5) for x in row)


def meaning_field(
    left: Assertion,
    right: Assertion,
    meanings: Mapping[str, Vector],
    slot: Sequence[tuple[str, str, float]],
    *,
    excludes: bool,
) -> tuple[tuple[str, str, float], ...]:
    """The field of a pair; () when no model is used.

    Args:
        left, right: The pair.
        meanings: As `meanings_of` gives them.
        slot: The other fields of the slot; one that differs silences this one.
        excludes: Do the two values exclude each other? Then it says nothing for the pair.
    """
    one, two = meanings.get(left.id), meanings.get(right.id)
    if one is None or two is None:
        return ()
    alike = round(sum(a * b for a, b in zip(one, two, strict=True)), 2)
    rule = load("meaning")["level"]
    level = next(row for row in rule if alike >= float(row["least"]))
    weight = float(level["excludes" if excludes else "weight"])
    differs = any(name in _DIFFERING for _, name, _ in slot)
    return (("meaning", level["name"], min(0.0, weight) if differs or excludes else weight),)
