"""No input makes reading slow: twice the text costs about twice the time."""

import ast
import importlib
import inspect
import pkgutil
import re
import time
from collections.abc import Callable, Iterator

import pytest

import twosource.extract
from twosource.extract.dates import find_refused, read_dates
from twosource.extract.dates.grammar import RULES

SIZE = 6_000  # characters; the other text is twice as long
SLACK = 0.004  # seconds: below it the clock says nothing
GROWTH = 3.2  # four is what a quadratic pattern shows

UNITS = [
    "9", "9,", "1,000,", "9.", "9/", "9-", "9:", ",", " ", "-", "(", "()", "((9)", "[1]", "'", '"',
    "May ", "May-", "May, ", "3 May and ", "first ", "last ", "the ", "two years ", "and 1990 or ",
    "the last week of ", "https://a", "a.m. ", "10:30 ", "March 2012 - ", "twenty ", "thousand ",
    "$9", "9%", "A-", "Aa ", "a", "A", "é", "_", "\n", "9 \u2013 ", "between 9 and ", "of the ",
]  # fmt: skip
CLASSES = sorted({mark for rule in RULES for mark in rule.begins} | set("F&=,-TxA"))
READERS: list[Callable[[str], object]] = [
    lambda text: read_dates(text, reference="2012-01-01"),
    find_refused,
]


def modules() -> Iterator[object]:
    """Yield every module of the stage."""
    for found in pkgutil.walk_packages(twosource.extract.__path__, "twosource.extract."):
        yield importlib.import_module(found.name)


def patterns() -> list[re.Pattern[str]]:
    """Return every pattern of the stage: module constants, and those compiled in functions."""
    found: set[re.Pattern[str]] = {rule.pattern for rule in RULES}
    for module in modules():
        scope = vars(module)
        found |= {value for value in scope.values() if isinstance(value, re.Pattern)}
        for node in ast.walk(ast.parse(inspect.getsource(module))):  # type: ignore[arg-type]
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile":
                try:
                    found.add(eval(ast.unparse(node), scope))
                except NameError:
                    continue  # its parts are local: found by running the readers
    return sorted(found, key=lambda item: (item.pattern, item.flags))


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


@pytest.mark.parametrize("pattern", patterns(), ids=lambda item: item.pattern[:40])
def test_pattern_is_linear(pattern: re.Pattern[str]) -> None:
    """Every pattern, on every adversarial text."""

    def find(text: str) -> int:
        return sum(1 for _ in pattern.finditer(text))

    slow = [unit for unit in (*UNITS, *CLASSES) if not is_linear(find, unit)]
    assert slow == []


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("unit", UNITS)
def test_reader_is_linear(reader: Callable[[str], object], unit: str) -> None:
    """The readers as wholes, nothing left out."""
    assert is_linear(reader, unit)


@pytest.mark.parametrize("text", ["9" * 20_000, "," * 20_000, "(" * 20_000 + ")" * 20_000])
def test_long_nonsense_is_no_date(text: str) -> None:
    """Long runs of one sign are read quickly and hold nothing."""
    assert read_dates(text, reference="2012-01-01") == ()
