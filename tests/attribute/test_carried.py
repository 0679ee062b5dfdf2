"""Words that are somebody's although his name stands in another sentence."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))
from helpers import run

CASES = [
    # text, figure, speaker
    ("“We lost 41 cows. We have 312 left,” said farmer Ruth Pell.", "41 cows", "farmer Ruth Pell"),
    ("“We have 312 cows,” said Ruth Pell. “We lost 41 sheep.”", "41 sheep", "Ruth Pell"),
    ("“We have 312 cows,” said Ruth Pell. She said that 41 sheep had died.", "41 sheep", "Ruth Pell"),
    ("Ruth Pell said it was hard. “In one night 41 sheep died.”", "41 sheep", "Ruth Pell"),
    # every paragraph of a long quotation opens with a mark, only the last one closes
    ("Ruth Pell wrote: “It was dark.\n\n“We lost 41 sheep.\n\n“That was all.”", "41 sheep", "Ruth Pell"),
    ("Ruth Pell wrote: \"It was dark.\n\n\"We lost 41 sheep.\n\n\"That was all.\"", "41 sheep", "Ruth Pell"),
    # its speaker stands behind the end of a later paragraph
    ("“We lost 41 sheep.\n\n“We have 312 left,” said Ruth Pell.", "41 sheep", "Ruth Pell"),
    ("“We lost 12 cows,” said Ruth Pell, “and 41 sheep.”", "41 sheep", "Ruth Pell"),
    # odd and missing marks
    ("'We lost 41 sheep,' said Ruth Pell. 'We have 312 left.'", "312", "Ruth Pell"),
    ("``We lost 41 sheep,'' said Ruth Pell. The farm has 61 hectares.", "41 sheep", "Ruth Pell"),
    ("”We lost 41 sheep,“ said Ruth Pell. The farm has 61 hectares.", "41 sheep", "Ruth Pell"),
    ("«We lost 41 sheep», said Ruth Pell. The farm has 61 hectares.", "41 sheep", "Ruth Pell"),
    ("We lost 41 sheep,\" said Ruth Pell. The farm has 61 hectares.", "41 sheep", "Ruth Pell"),
    ("We lost 41 sheep,\" said Ruth Pell. The farm has 61 hectares.", "61 hectares", None),
    ("Ruth Pell said: \"We lost 12 cows. We lost 41 sheep.\n\nThe farm has 61 hectares.", "61 hectares", None),
    # signed, labelled, named by the opening of the sentence before
    ("A letter came.\n\n> We lost 41 sheep in one night.\n\n— Ruth Pell, farmer\n\nIt rained.", "41 sheep", "Ruth Pell"),
    ("A letter came.\n\n> We lost 41 sheep in one night.\n\nIt rained in May.", "41 sheep", None),
    ("Ruth Pell: It was hard. We lost 41 sheep in one night.", "41 sheep", "Ruth Pell"),
    ("Ruth Pell runs the farm. She said that 41 sheep had died.", "41 sheep", "Ruth Pell"),
    ("Ruth Pell met Ada Lind in May. She said that 41 sheep had died.", "41 sheep", "She"),
    # "it" is the body or work that spoke right before
    ("The audit found that 12 cows had died. It also said that 41 sheep were lost.", "41 sheep", "The audit"),
    ("Ruth Pell said that 12 cows had died. It also said that 41 sheep were lost.", "41 sheep", "It"),
    ("In a statement, the ministry said 41 sheep had died.", "41 sheep", "the ministry"),
    ("The number of 41 sheep was given by the ministry.", "41 sheep", "the ministry"),
    ("The 41 sheep were given by the ministry.", "41 sheep", None),
    ("The council says:\n\n> In one night 41 sheep died in Norrey.\n\nThe road is open.", "41 sheep", "The council"),
    ("The council says:\n\n- 41 sheep died\n- 6 barns burnt\n\nThe road is open.", "6 barns", "The council"),
    # silent: the voice is the source's own
    ("Ruth Pell said it was hard. In one night 41 sheep died.", "41 sheep", None),
    ("“We have 312 cows,” said Ruth Pell. Her farm lost 41 sheep.", "41 sheep", None),
    ("The council met.\n\n- 41 sheep died\n- 6 barns burnt", "6 barns", None),
    # who "she" is cannot be told of two
    ("Ruth Pell said no, and Ada Lind said yes. She said 41 sheep had died.", "41 sheep", "She"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "figure", "speaker"), CASES)
def test_speaker(tmp_path: Path, text: str, figure: str, speaker: str | None) -> None:
    """The speaker of the sentence that holds the figure."""
    report = run(tmp_path, {"a.md": text + "\n"})
    found = [a for a in report.assertions if figure.split()[0] == a.text.split()[0]]
    assert found, [a.text for a in report.assertions]
    said = found[0].attribution
    assert (said.speaker if said else None) == speaker


def test_the_place_of_the_evidence(tmp_path: Path) -> None:
    """The span shows speaker and verb, also when they stand in another sentence."""
    text = "“We lost 41 cows. We have 312 left,” said farmer Ruth Pell.\n"
    report = run(tmp_path, {"a.md": text})
    said = next(a.attribution for a in report.assertions if "41" in a.text)
    assert said
    assert said.span
    assert text[said.span.start : said.span.end] == "said farmer Ruth Pell"


def test_a_note_behind_a_long_quotation(tmp_path: Path) -> None:
    """It stands for every sentence of the quotation."""
    text = (
        "A guide says: “The mill employs 312 people. It is red.”[1] It has 41 windows.\n\n"
        "## Notes\n\n[1] Ada Brenner, “A guide to the Norrey mill,” Harbour Post, May 3, 2001.\n"
    )
    report = run(tmp_path, {"a.md": text})
    cited = {
        a.text.split()[0]: bool(a.attribution and a.attribution.citations)
        for a in report.assertions
    }
    assert cited["312"]
    assert not cited["41"]
