"""What stands as it is beside a plan, and what only looks like a fact. The value in square brackets."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers import run

from twosource.extract.modality import read_modality
from twosource.model import Modality

TOLD = {Modality.ASSERTED, Modality.ALLEGED}


def read(marked: str) -> Modality:
    start, end = marked.index("["), marked.index("]") - 1
    return read_modality(marked.replace("[", "", 1).replace("]", "", 1), start, end)


STANDS = (
    # another verb behind "and"
    "They have [60] men and hope to hire more.",
    "I have been here for [nine] years and I intend to stay.",
    "The choir has [84] singers and is to tour in May.",
    "There are [4,000] pieces of it, and you want to touch each of them.",
    # the first figure of a change, and the one compared with
    "The fare would rise from [2.10] to 2.80.",
    "The zone will be enlarged from [five] to seven kilometres.",
    "The court is to be widened from [nine] judges to eleven.",
    "The maker expects sales of 400 million after [380 million] last year.",
    "The school will have 12 classes, compared with [10] now.",
    # an aside is over at its comma
    "The company, which said it would cut jobs, employs [300] people.",
    "The keeper, who will leave in May, has played [212] matches.",
    # what hangs on a noun has its own verb
    "A ticket that costs [four] crowns today will cost five.",
    # what anybody finds, a price, so long ago
    "You will find [42] portraits in the gallery.",
    "The visitor will notice [two] doors in the wall.",
    "A litre of milk will set you back [1.90] there.",
    "It will cost you [162] dollars.",
    "On Monday it will be [thirty] years since the mine was shut.",
    "For [9 million], people say, you'd think they could have built it uphill.",
    # habit and what was able to be
    "Every summer he would walk the [300] miles to the coast.",
    "In winter the household would burn [two] tonnes of coal.",
    "The machines would part with no more than [200] a day.",
    "The works could make [900] cars a day before the fire.",
    "Of 1,260 wells only [783] could be documented.",
    "The firm could show us papers on [738] wells.",
    # what is ruled
    "Under the act owners will receive [3,500] a hectare.",
    # what is replaced was so; what is not reached by a word of hope
    "They will pay 3,500 instead of [2,800].",
    "The law will allow five instead of [three].",
    "The limit is now 300 instead of [250].",
    "Instead of the 300 expected, [120] came.",
    "He went for [14] and what did we get for it?",
    "Officials dispute none of it: [40] came.",
    "The prosecutor wanted an answer, and [six] years went by.",
    "She applied on [3 May] and was refused.",
)

OPEN = (
    # silent neighbours: the cue does reach the value
    ("[60] men and women will be hired.", Modality.PLANNED),
    ("The fare would rise from 2.10 to [2.80].", Modality.PLANNED),
    ("The bridge will cost [40 million].", Modality.PLANNED),
    ("The reform could save [4 million] a year.", Modality.HYPOTHETICAL),
    ("The plan would save [40] lives every year.", Modality.PLANNED),
    ("The new works could make [900] cars a day.", Modality.HYPOTHETICAL),
    ("You will see [300] more of them next year.", Modality.PLANNED),
    ("Under the new bill owners will receive [3,500] a hectare.", Modality.PLANNED),
    ("Under the act the land will be given back by [2030].", Modality.PLANNED),
    ("He might have got six years instead of [eight].", Modality.DENIED),
    # what was hoped for or aimed at
    ("Fewer came than the [300] hoped for.", Modality.PLANNED),
    ("It took longer than the [two] hours planned.", Modality.PLANNED),
    ("Many came, against the [90,000] that its business plan had foreseen.", Modality.PLANNED),
    ("Our goal remains [2,000] wells.", Modality.PLANNED),
    ("The target is [5] percent.", Modality.PLANNED),
    ("It missed its target of [400].", Modality.PLANNED),
    ("The state promised 400 flats by [2020].", Modality.PLANNED),
    ("The strike, which was to end on [Friday], goes on.", Modality.PLANNED),
    ("The bridge was to cost [40 million].", Modality.PLANNED),
    ("The line is meant to carry [40,000] a day.", Modality.PLANNED),
    ("The defence wanted [two] years.", Modality.PLANNED),
    ("She applied for [50] acres.", Modality.PLANNED),
    ("A dinner for [600] had been planned.", Modality.PLANNED),
    ("They had been told it would take an [hour].", Modality.PLANNED),
    ("The debt must be paid back [by 2040].", Modality.PLANNED),
    ("The motion that [5,000] be paid to the widows was tabled.", Modality.PLANNED),
    ("He said the air would last until [Friday] if the fans kept going.", Modality.HYPOTHETICAL),
    ("If you grant the money, we can start in [May].", Modality.HYPOTHETICAL),
    # what is called false
    ("The story that he was paid [a million] for it is an invention.", Modality.DENIED),
    ("The team has ruled out that the bones are [6,000] years old.", Modality.DENIED),
    ("The ministry rejects the figure of [40] dead.", Modality.DENIED),
    ("We found no support for the claim that [25 million] went abroad.", Modality.DENIED),
    ("There is nothing to show that [25 million] went abroad.", Modality.DENIED),
    ("Nobody believes the [25 million] he speaks of.", Modality.DENIED),
    ("It is nonsense that [300] were fired, the firm says.", Modality.DENIED),
    ("The tale that [70] ships sank is a myth.", Modality.DENIED),
    ("A witness took back his story of [40] grenades.", Modality.DENIED),
    # asked all the same
    ("Who went for [14] and what did we get?", Modality.QUESTION),
)


@pytest.mark.parametrize("sentence", STANDS)
def test_stands_beside_a_plan(sentence: str) -> None:
    """The words of what is to come do not reach it."""
    assert read(sentence) in TOLD


@pytest.mark.parametrize(("sentence", "modality"), OPEN)
def test_is_no_fact(sentence: str, modality: Modality) -> None:
    """A goal, a wish, a condition, a withdrawn report."""
    assert read(sentence) is modality


REFUTED = [
    ("Somebody told me they lost 80 cows. They didn't.", True),
    ("I have read that 80 cows drowned. Nonsense.", True),
    ("She says she has 80 cows. She hasn't.", True),
    ("Someone claims that all 80 cows drowned. None has.", True),
    ("The farmer said he had 80 cows. He did not say where.", False),
    ("The union says 80 cows drowned. They did not, says the ministry.", False),  # a dispute
    ("They lost 80 cows. They did not complain.", False),
]


@pytest.mark.parametrize(("text", "denied"), REFUTED)
def test_a_short_no(tmp_path: Path, text: str, denied: bool) -> None:
    """All that the next sentence says is that it was not so."""
    report = run(tmp_path, {"a.txt": f"{text}\n"})
    found = {a.modality is Modality.DENIED for a in report.assertions if "80" in a.text}
    assert found == {denied}
