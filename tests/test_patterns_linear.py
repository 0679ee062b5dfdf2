"""No pattern of the package makes a text slow: twice the text costs about twice the time.

Patterns are found by introspection: constants of modules, and every `re.compile`, `re.match`
and the like written inside a function. Those of the stage extract that are constants have a
test of their own beside it.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
import time
from collections.abc import Callable, Iterator
from functools import cache
from types import ModuleType

import pytest

import twosource
from twosource.extract.quantities import find_endless, read_quantities, writes_decimal_comma
from twosource.extract.values import read_values

SIZE = 3_000  # characters; the other text is twice as long
SLACK = 0.003  # seconds: below it the clock says nothing
GROWTH = 3.2  # four is what a quadratic pattern shows
UNITS = [
    "9", "9,", "9.", "9/", "9-", "9 ", "1,000,", "1.000,", "$9", "9%", "(9", "((", "()", "[1]", "[", "]",
    "<a>", "<", "&a;", "&", "|", "| a |", "#", "*", "_", "`", "~", "-", "=", ">", "!", "\"", "'", "\u201c", ".",
    ",", ":", ";", " ", "\n", "\n\n", "\t", "a", "A", "Aa ", "a-", "A.", "a b ", "Aa Bb ", "the of ", "one in ",
    "million ", "per 100 ", "in 2015 ", "between 9 and ", "nobody was ", "https://a", "www.", "a@b.", "May ",
    "No. 9 ", "ibid. ", "said ", "\u00e9", "\u2014", "{", "}", "\\", "x\u00d7", "\u00b1",
]  # fmt: skip
CALLS = {
    "re." + name
    for name in ("compile", "match", "search", "fullmatch", "findall", "finditer", "sub", "split")
}


def modules() -> Iterator[ModuleType]:
    """Every module of the package; what needs an optional library is left out where it is missing."""
    for found in pkgutil.walk_packages(twosource.__path__, "twosource."):
        if found.name.endswith("__main__"):
            continue
        try:
            yield importlib.import_module(found.name)
        except ModuleNotFoundError as error:
            if str(error.name).startswith("twosource"):
                raise


def written(node: ast.AST, scope: dict[str, object]) -> re.Pattern[str] | None:
    """The pattern that a call writes out; None when its parts are local to the function."""
    if not isinstance(node, ast.Call) or ast.unparse(node.func) not in CALLS:
        return None
    flags = [word.value for word in node.keywords if word.arg == "flags"]
    if ast.unparse(node.func) == "re.compile":
        flags += node.args[1:2]
    try:
        source = eval(ast.unparse(node.args[0]), dict(scope))
        flag = eval(ast.unparse(flags[0]), {"re": re, **scope}) if flags else 0
    except NameError:
        return None
    return source if isinstance(source, re.Pattern) else re.compile(source, flag)


@cache
def patterns() -> list[re.Pattern[str]]:
    """Every pattern of text there is."""
    found: set[re.Pattern[str]] = set()
    for module in modules():
        scope = vars(module)
        if not module.__name__.startswith("twosource.extract"):
            found |= {value for value in scope.values() if isinstance(value, re.Pattern)}
        for node in ast.walk(ast.parse(inspect.getsource(module))):
            pattern = written(node, scope)
            if pattern is not None:
                found.add(pattern)
    kept = [one for one in found if isinstance(one.pattern, str)]
    return sorted(kept, key=lambda one: (one.pattern, one.flags))


def seconds(work: Callable[[], object]) -> float:
    """Time one run."""
    start = time.process_time()
    work()
    return time.process_time() - start


def is_linear(work: Callable[[str], object], unit: str) -> bool:
    """Compare a text with one of twice its length; a doubtful answer is asked again."""
    short = unit * (SIZE // len(unit))
    for _ in range(5):
        two = seconds(lambda: work(short + short))
        if two <= SLACK or two <= GROWTH * seconds(lambda: work(short)) + SLACK:
            return True
    return False


def test_patterns_are_found() -> None:
    """The walk sees the constants of other stages and what functions write out."""
    assert len(patterns()) > 200


@pytest.mark.parametrize("part", range(8))
def test_patterns_are_linear(part: int) -> None:
    """Every pattern, on every adversarial text."""
    slow = [
        (pattern.pattern, unit)
        for pattern in patterns()[part::8]
        for unit in UNITS
        if not is_linear(lambda text, find=pattern.finditer: sum(1 for _ in find(text)), unit)  # type: ignore[misc]
    ]
    assert slow == []


@pytest.mark.parametrize("unit", UNITS)
def test_readers_are_linear(unit: str) -> None:
    """The readers of values as wholes."""
    readers: tuple[Callable[[str], object], ...] = (
        read_quantities, read_values, find_endless, writes_decimal_comma,
    )  # fmt: skip
    assert [reader for reader in readers if not is_linear(reader, unit)] == []


PROSE = (
    "In 2015 it cost $5 a day, 12 km from page 4; some 412 of 589 (70%) rose by 3 to 5 points. "
    'Nobody was hurt, 9 deaths per 100,000 people, 5–6 kg and 2 in. of "rain" at 10:30. '
)


@pytest.mark.parametrize("reader", [read_quantities, read_values])
def test_a_long_passage_is_linear(reader: Callable[[str], object]) -> None:
    """A passage is read from place to place, never from its beginning: eight times costs eight."""
    short = PROSE * 120
    for _ in range(5):
        if seconds(lambda: reader(short * 8)) <= 13 * seconds(lambda: reader(short)):
            return
    pytest.fail("eight times the passage costs more than thirteen times the time")
