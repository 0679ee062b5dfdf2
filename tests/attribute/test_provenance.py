"""Who gave a figure, by words beside it: "a figure that comes from X", "put at 41 by X", "— X"."""

from __future__ import annotations

import pytest

from twosource.attribute.antecedents import opening_body
from twosource.attribute.cues import find_cues
from twosource.attribute.provenance import told_of_before

SPEAKERS = [
    # sentence, figure, speaker (None: the source's own voice)
    ("A total of 27 cars burned, a figure that comes from the city police.", "27", "the city police"),
    ("The pack ran 118 km; that number is taken from Sport Today.", "118", "Sport Today"),
    ("The lava covers 46 hectares, a figure supplied by the Geological Survey.", "46", "the Geological Survey"),
    ("The yield was 6.1 tonnes (these data were provided by the seed board).", "6.1", "the seed board"),
    ("The lake has 340 swans, and the money comes from the Bird Trust.", "340", None),
    ("They lost 41 cows, a figure of fun at the fair.", "41", None),
    # who told it first
    ("As Sport Today was first to report, Venn will earn 9 million a year.", "9", "Sport Today"),
    ("The ferry carried 58 people too many; Harbour News broke the story.", "58", "Harbour News"),
    ("Lund was first to cross the line, in 9 minutes.", "9", None),
    ("A wave broke the boat in 40 pieces.", "40", None),
    # put at a figure by somebody
    ("The damages were set at 52,000 crowns by the regional court.", "52,000", "the regional court"),
    ("The loss was valued at 36 million by Marlow Insurance.", "36", "Marlow Insurance"),
    ("On board was oil valued by the customs service at 19.6 million.", "19.6", "the customs service"),
    ("The ring was estimated by Ada Lind at 300 crowns.", "300", "Ada Lind"),
    ("The hull was measured by night at 40 places.", "40", None),
    ("The bar was set at 2.31 m by noon.", "2.31", None),
    ("The price was fixed at 40 crowns by the weight of tradition.", "40", None),
    # admitted, listed by
    ("That 64 boxes are missing was admitted by the museum.", "64", "the museum"),
    # signed
    ("“The ministry paid 14 million for nothing” — Court of Audit", "14", "Court of Audit"),
    ("“We shut 14 wards” – Ada Lind, matron", "14", "Ada Lind"),
    ("“The 14 wards” – Ada Lind wrote so much about them in the years that followed the war – are shut.", "14", None),
    # per, going by, referring to
    ("Per the Weather Office, the station had 212 mm of rain.", "212", "the Weather Office"),
    ("The recall covers 18,400 packs, as per the Medicines Agency.", "18,400", "the Medicines Agency"),
    ("Per Lindqvist scored 12 goals.", "12", None),
    ("It has 12 seats, as per the plan.", "12", None),
    ("Going by the Labour Ministry, 6.4 percent are out of work.", "6.4", "the Labour Ministry"),
    ("Going by the back road, it is 6.4 km.", "6.4", None),
    ("Oil killed 1,130 birds, Shore Weekly says, referring to the Bird Trust.", "1,130", "Shore Weekly"),
    # by whose numbers
    ("On the central bank’s numbers prices rose by 4.7 percent.", "4.7", "the central bank’s"),
    ("By the army command's tally, 312 men gave themselves up.", "312", "the army command"),
    # "by her own account" says nothing of what only tells who she is
    ("The third of five children, she learned to read, by her own account, from signs.", "five", None),
    ("The oldest of six, he went to sea, by his own account, at 14.", "14", "he"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "figure", "speaker"), SPEAKERS)
def test_speaker(text: str, figure: str, speaker: str | None) -> None:
    """The cue that covers the figure names who gave it."""
    at = text.index(figure)
    found = [cue.speaker for cue in find_cues(text) if cue.start <= at < cue.end]
    wanted = speaker.removesuffix("’s") if speaker else None
    assert (wanted in found) if wanted else not found


BEHIND = [
    # a sentence behind the figure, whom it names as their source
    ("The figure comes from the Bird Trust.", "the Bird Trust"),
    ("The numbers are from the Ministry of Labour.", "the Ministry of Labour"),
    ("All data are those of the Central Bank.", "the Central Bank"),
    ("We have that figure from the Medicines Agency.", "the Medicines Agency"),
    ("These figures were compiled by the union.", "the union"),
    # silent: other things, a denial, no body
    ("The money comes from the Bird Trust.", None),
    ("The figure does not come from the police.", None),
    ("The figure is from a dream.", None),
    ("The figures are from 2019.", None),
]


@pytest.mark.parametrize(("text", "speaker"), BEHIND)
def test_the_sentence_behind(text: str, speaker: str | None) -> None:
    """A sentence of its own says whose the figures before it are."""
    cue = told_of_before(text)
    assert (cue.speaker if cue else None) == speaker


OPENINGS = [
    ("The Court of Audit published its report on Monday.", "The Court of Audit"),
    ("The Harrow Clinic released its study yesterday.", "The Harrow Clinic"),
    ("The inspectorate examined the shaft in May.", "The inspectorate"),
    ("Its annual report is out.", "Its annual report"),
    # silent: a person, a thing, a name of no body, more than a name
    ("Ada Lind published her diary.", None),
    ("The bridge was closed in May.", None),
    ("Norrey is a town of mills.", None),
    ("In May the court met.", None),
]


@pytest.mark.parametrize(("text", "body"), OPENINGS)
def test_what_it_may_be(text: str, body: str | None) -> None:
    """The next sentence calls the body or the work "it" that this one opens with."""
    assert opening_body(text) == body


IN_TURN = [
    # sentence, figure, who gives it
    ("Police put the crowd at 900, organisers at 3,000.", "900", ["Police"]),
    ("Police put the crowd at 900, organisers at 3,000.", "3,000", ["organisers"]),
    ("The ministry says 12 soldiers died, the rebels 40.", "40", ["the rebels"]),
    ("The union speaks of 430 jobs, the company of 290.", "290", ["the company"]),
    ("Doctors estimate 300 sick, while the ministry only 120.", "120", ["the ministry"]),
    ("Marlow Insurance put the damage at 36 million, the mayor at 51 million.", "51", ["the mayor"]),
    ("The police count 180 people, the organisers 600; the rest were 31.", "31", []),
    # silent: no other voice
    ("The study put the mean at 12, the median at 9.", "9", ["The study"]),
    ("The hospital reports 14 burned, 3 of them children.", "3", ["The hospital"]),
    ("Lind says she has 40 cows, the barn 12 stalls.", "12", ["Lind"]),
    ("The Post reported that he had fled, owed the bank 830 crowns.", "830", ["The Post"]),
    # several phrases
    ("Seven are hurt according to the police, twenty-three according to the medics.", "Seven", ["the police"]),
    ("Seven are hurt according to the police, twenty-three according to the medics.", "twenty", ["the medics"]),
    ("According to the club 41,000 came, according to the league 38,400.", "41,000", ["the club"]),
    ("According to the club 41,000 came, according to the league 38,400.", "38,400", ["the league"]),
    ("According to the mayor, 12 died and 40 were hurt.", "40", ["the mayor"]),
    # no voices: counts, texts received, a day in brackets of a possessor
    ("Seventeen claims, namely the first 17, are void.", "17", []),
    ("Eyewitness reports received by June: 1,340.", "1,340", []),
    ("The appeal lodged in July 2019 against the High Court's judgment has 12 pages.", "12", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "figure", "speakers"), IN_TURN)
def test_voices_in_turn(text: str, figure: str, speakers: list[str]) -> None:
    """Each of several voices that share a verb answers for its own figure."""
    at = text.index(figure, text.index(figure) if figure != "9" else text.rindex("9"))
    assert [c.speaker for c in find_cues(text) if c.start <= at < c.end] == speakers
