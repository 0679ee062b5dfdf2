"""Time the reading of values beside public libraries, in one run on one text.

    python bench/values.py TEXT [--peers quantulum3,recognizers,dateparser]
    python bench/values.py TEXT --grow 1,10,100

Prints kB/s and the ratio to each peer that is installed. Seconds depend on the machine;
ratios of one run hold. A peer reads sentences from all over the text that take it a few
seconds, and is compared with our reading of the very same sentences.

`--grow` reads so many megabytes instead, each sentence with a number of its own, and prints
CPU seconds and the peak of memory so far.
"""

from __future__ import annotations

import argparse
import re
import resource
import time
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path

from twosource.extract.dates import read_dates
from twosource.extract.quantities import read_quantities
from twosource.extract.values import read_values

Reader = Callable[[str], object]


def quantulum3() -> Reader:
    """quantulum3.parser.parse without its classifier."""
    from quantulum3 import parser

    return lambda text: parser.parse(text)


def recognizers() -> Reader:
    """All models of Recognizers-Text (Python) for what we read: eight of them."""
    from recognizers_date_time import recognize_datetime
    from recognizers_number import (
        recognize_number,
        recognize_ordinal,
        recognize_percentage,
    )
    from recognizers_number_with_unit import (
        recognize_age,
        recognize_currency,
        recognize_dimension,
        recognize_temperature,
    )

    models = (
        recognize_number,
        recognize_ordinal,
        recognize_percentage,
        recognize_age,
        recognize_currency,
        recognize_dimension,
        recognize_temperature,
        recognize_datetime,
    )
    return lambda text: [model(text, "en-us") for model in models]


def dateparser() -> Reader:
    """dateparser.search.search_dates for English."""
    from dateparser.search import search_dates

    return lambda text: search_dates(text, languages=["en"])


OURS: dict[str, Reader] = {
    "values": read_values,
    "quantities": read_quantities,
    "dates": read_dates,
}
_RUNS = 10  # of ours: a run takes a hundredth of a second
PEERS: dict[str, tuple[Callable[[], Reader], str, int]] = {
    "quantulum3": (quantulum3, "quantities", 40),
    "recognizers": (recognizers, "values", 10),
    "dateparser": (dateparser, "dates", 60),
}


def sentences(text: str) -> list[str]:
    """Cut a text into sentences roughly, the same for every reader."""
    return [part.strip() for part in re.split(r"(?<=[.!?])\s+", text) if part.strip()]


def speed(reader: Reader, lines: Sequence[str], runs: int = 2) -> float:
    """kB of text a second, the best of some runs, by CPU time."""
    size = sum(len(line) for line in lines) / 1000
    best = 0.0
    for _ in range(runs):
        start = time.process_time()
        for line in lines:
            reader(line)
        best = max(best, size / max(1e-9, time.process_time() - start))
    return best


def sample(lines: Sequence[str], size: int) -> list[str]:
    """Sentences from all over the text, about `size` kB: every so many-th one."""
    total = sum(len(line) for line in lines) / 1000
    return list(lines[:: max(1, round(total / size))])


def grow(lines: Sequence[str], sizes: Sequence[int]) -> None:
    """Read ever more text; ten times the text should cost ten times the time and no memory."""
    for size in sizes:
        found = done = turn = 0
        start = time.process_time()
        while done < size * 1_000_000:
            turn += 1
            for number, line in enumerate(lines):
                told = f"{line} ({turn * len(lines) + number} of them)"
                found += len(read_values(told))
                done += len(told)
        seconds = time.process_time() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{size} MB: {found} values, {seconds:.1f} s CPU, peak {peak} MB", flush=True)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("text", nargs="+", type=Path)
    parser.add_argument("--peers", default="quantulum3,recognizers,dateparser")
    parser.add_argument("--grow", help="megabytes to read, e.g. 1,10,100")
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    lines = sentences("\n".join(path.read_text(encoding="utf-8") for path in options.text))
    if options.grow:
        grow(lines, [int(size) for size in options.grow.split(",")])
        return
    own = {name: speed(reader, lines) for name, reader in OURS.items()}
    for name, rate in own.items():
        print(f"twosource {name:<12}{rate:>10.0f} kB/s")
    for name in options.peers.split(","):
        make, against, size = PEERS[name]
        part = sample(lines, size)
        try:
            rate = speed(make(), part)
        except ImportError:
            print(f"{name:<22} not installed")
            continue
        ours = speed(OURS[against], part, _RUNS)
        print(
            f"{name:<22}{rate:>10.1f} kB/s   twosource {against} on the same "
            f"{sum(map(len, part)) / 1000:.0f} kB: {ours:.0f} kB/s, {ours / rate:.0f} times"
        )


if __name__ == "__main__":
    main()
