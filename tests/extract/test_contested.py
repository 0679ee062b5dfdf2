"""Figures that somebody sets against the one before: "The company spoke of 870."."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers import run

from twosource.model import Quantity

CASES = [
    # text, figure, unit, counted thing
    ("Some 1,280 workers walked out, the union said. The company spoke of 870.", "870", "1", "worker"),
    ("Some 1,280 workers walked out, the union said. The company's figure is 870.", "870", "1", "worker"),
    ("Twenty-three grebes drowned. Fishermen who were there speak of nine.", "nine", "1", "grebe"),
    ("It came after 26 minutes. The report says 11.", "11", "min", None),
    ("Thirteen nautical miles out, said the defence. Eleven, said the navy.", "Eleven", "[nmi_i]", None),
    ("The budget is 412 million euros. It used to be 401.7 million.", "401.7 million", "EUR", None),
    ("The ministry counted 8,640 persons, the River Union about 14,000.", "about 14,000", "1", "person"),
    ("The number of strikers was given by the union as 1,280 and by the firm as 870.", "870", "1", "striker"),
    ("Forty cows were sold; the police, who were there, saw 38.", "38", "1", "cow"),
    ("The museum cost 68 million pounds, says the trust; the auditors arrived at 74 million.", "74 million", "GBP", None),
    ("The trust put the loss at 9 million pounds, whereas the fund that insures it came to 5 million.", "5 million", "GBP", None),
    ("The league wrote off 190 tickets, while the clubs put the losses at 410.", "410", "1", "ticket"),
    ("Some 212 hens were lost; the vet has since registered 340.", "340", "1", "hen"),
    ("The firm puts the debt at 31.4 million pounds, the bank at 18.6.", "18.6", "GBP", None),  # million
    ("The bill is put at 2.1 million pounds by the city, whereas builders speak of 3.4 million.", "3.4 million", "GBP", None),
    ("The dig took 14 days, says the mayor. With respect to him, it was 31.", "31", "d", None),
    ("The hall echoes for 1.7 seconds. My neighbour makes it 1.4 with every seat taken.", "1.4", "s", None),
    ("The survey gave a depth of 12 metres, while a second one yielded 15.", "15", "m", None),
    ("The ministry puts the cost at 2.4 billion euros. The auditors arrive at 3.1.", "3.1", "EUR", None),  # billion
    ("The league says 31.4 million euros, the club 18.6.", "18.6", "EUR", None),
    ("Kit Rowe was jailed for 12 years and Ann Dale for eight.", "eight", "a", None),
    ("The levy was set at 4 percent and the surcharge at nine.", "nine", "%", None),
    # silent
    ("The ministry puts the cost at 2.4 billion euros. The auditors speak of 310.", "310", "1", None),
    ("Kit Rowe was jailed for 12 years and Ann Dale for eight thefts.", "eight", "1", "theft"),
    ("Kit Rowe was sentenced to 12 years and Ann Dale was given eight.", "eight", "1", None),
    ("Some 1,280 workers and 1,300 pupils walked out. The company spoke of 870.", "870", "1", None),
    ("Some 1,280 workers walked out. The company spoke of 87,000.", "87,000", "1", None),
    ("Some 1,280 workers walked out. The company spoke of 870 flats.", "870", "1", "flat"),
    ("Some 1,280 workers walked out. The company rested. It spoke of 870.", "870", "1", None),
    ("Some 1,280 workers walked out. The company had sold 870.", "870", "1", None),
    ("Forty cows were sold, the barn burned and 38 were hurt.", "38", "1", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "figure", "unit", "noun"), CASES)
def test_contested_figures(
    tmp_path: Path, text: str, figure: str, unit: str, noun: str | None
) -> None:
    """Unit and counted thing of the one quantity of that size just before, else nothing."""
    report = run(tmp_path, {"a.txt": f"It rained that day. {text}\n"})
    found = [
        (a.value.unit, a.slot.noun)
        for a in report.assertions
        if isinstance(a.value, Quantity) and a.text == figure
    ]
    assert found in ([(unit, noun)], [] if noun is None and unit == "1" else None)


def test_two_speakers_of_two_papers_conflict(tmp_path: Path) -> None:
    """The figure is joined with the one it stands against, said of the same in another text."""
    texts = {
        "a.txt": "Some 1,280 workers joined the walkout in Hallbeck. The company spoke of 870.\n",
        "b.txt": "In Hallbeck 870 workers joined the walkout.\n",
    }
    report = run(tmp_path, texts)
    held = {a.id: (a.source, a.text) for a in report.assertions}
    joined = [{held[name] for name in cluster.members} for cluster in report.clusters]
    assert any({("a", "870"), ("b", "870")} <= members for members in joined)
