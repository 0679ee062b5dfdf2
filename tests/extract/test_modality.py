"""How a sentence puts a value. The value stands in square brackets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.extract.modality import read_modality
from twosource.model import Modality


def read(marked: str) -> Modality:
    start, end = marked.index("["), marked.index("]") - 1
    return read_modality(marked.replace("[", "", 1).replace("]", "", 1), start, end)


ASSERTED = (
    "The call for help came at [18:42].",
    "[48] fans were supposed to drag the smoke down.",
    "The company rejected the offer of [40 million].",
    "It is true, he says, that [40] came.",
    "He denied the charge that night and [40] people left.",
    "There are no more than [40] left.",
    "The council had asked for it by [13] votes to two.",
    "Nine of the 31 doors had not closed, it found, and it made [fourteen] proposals.",
    "The council called for a halt by [13] votes to none.",
    "The council called for a halt by 13 votes to none, with [two] abstentions.",
    "The opening, set for 30 October 2014, was called off on [7 October].",
    # what nobody doubts
    "I have no doubt that it belongs to [1977].",
    "Nobody disputes that [40] people were on board.",
    "The minister did not deny that [300] jobs had gone.",
    "It is beyond doubt that the ship sank in [1912].",
    # a denial inside a quotation that has closed
    "“I have met people, and this was not one,” Brandt wrote on [Saturday].",
    '"We never promised anything," the firm insisted on [3 May].',
    # the clause of the value is over before the cue
    "The climber who fell [40 metres] will need surgery.",
    "The two students who found the coin [last August] had agreed to sell it.",
    "The plant that lost [300] jobs in May is expected to close.",
    "A firm which bought [12] ships will move to Harn.",
    "[71 percent] of the moves are what an engine would play.",
    "[Twelve] people died in what would become a scandal.",
    # what a question takes as known
    "With [118] men below, how many masks were there?",
    "Of the [40] who signed, who has read it?",
    "Have you seen what they pulled out of the ditch on [30 August]?",
    "Do you remember who sold [12] of the coins?",
    "The office will admit to [520], because it counts those who signed.",
    "They're over [200] families already, by next week he reckons they'll be 500.",
    "The text could count on at least twelve of its [15] members.",
    "Had the council acted, when [six] soldiers were killed here, there would be no graves.",
    "Had the tower been manned, as it was until [2019], the alarm would have come sooner.",
    "Since [09:14] customers in the north may see errors.",
    "Under a law passed in [2017], the country may import no oil.",
    "No nets may be set in [900] hectares of the lake.",
    "In today's money, the bridge would cost [600 million].",
    "The bridge is to the north of [12] villages.",
    "Messages of more than [16 MiB] are not supported.",
    "An offer of [45 million] was withdrawn in May.",
    "How much notice did people have in [1949], at the last eruption?",
    "Why does everybody repeat the [300] people in Harbour Street?",
    "Are you happy with the [two] abstentions?",
    "An infantry column took the hill on [Tuesday]. The other side denied it.",
    "If she was tired, she hid it, and [ten] people saw her.",
    "They want to know why [ten] people died.",
    "It was ordered by [ten] people.",
    "The team was not beaten in [fourteen] matches.",
    "She had not won in her [nine] seasons.",
    "In [1998], old people will tell you, it was worse.",
    "He might have got six years instead of the [eight] he is serving.",
    "It will not be enough for a city of [96,000], where pipes burst.",
    "I met a man who'd had cholera in [1998] and wanted to know if it came back.",
    "An earlier version of the law gave [12] seats to the north.",
    "The defence asked for time, and [six] years went by.",
    "If I count well, [40] came.",
    "The report of the [12] was not long.",
    "By the summer we'd handed in [1,046] rifles.",
    "The court awards them [5 million], to be paid from a fund.",
    "Correction: the toll is [14].",
    "The tax of [1.20] a litre is due to take effect in May.",
    "Its 40 ferries and [300] buses would suit the rival.",
    "I'd say there were over [800] of us on the hill.",
    "Whether the banks get back the [90 million] they lent is open.",
    "The firm bought shares for [$15 million] of the $40 million it plans to spend.",
    "They had planned for 5 metres of mud and found [12].",
    "The pool, shut since [2020], will be rebuilt.",
    "The reading has not moved by more than [0.2] degrees.",
    "The rally of [9 May] was registered by the union.",
    "The court awards them [5.3 million] in total, to be paid from the trust fund.",
    "Asked whether the bridge was safe, he said it had stood for [90] years.",
    "There are [5,900] of us, they could at least have sent somebody.",
    "The fire could reach Merlim, a town of [8,200], within hours.",
    "The management denies that it wants to close Arkwater, where [520] people work.",
    "She was long and could take [350] passengers.",
    "The cheese was sold in [412] stores and may be on other shelves.",
    "The plant, which opened in [1990], will close in 2030.",
    "Founded in [1951], the firm will open 3 shops.",
    "The illness may appear up to [70 days] after eating.",
    "No fewer than [500] people died.",
    "It is no longer the largest: it employs [85] people.",
    "Not only did [500] people die but the dam broke.",
    "Not only were [500] people killed.",
    "The group did not renounce violence until [2001].",
    "He had not played since [2005].",
    "The firm was not founded in 1965 but in [1963].",
    "The delay was due to heavy rain on [5 May].",
    "He would later win [three] gold medals.",
    "She would go on to write [12] novels.",
    "The stadium could hold [60,000] people.",
    "The plane can carry [60,000] people.",
    "Did anyone help? No, said the mayor, and [500] died.",
    "The quake claimed the lives of [12] people.",
    "He claimed the title in [1999].",
    "The trial enrolled [300] patients who will be followed for years.",
    "Prosecutors said the man, who was born in [1960], was not armed.",
    "Nobody was hurt when [two] trains collided.",
    "The minister did not resign, although [5,000] protested.",
    "The company, founded in [1901], plans to open a plant.",
    "It was not his fault: [12] people died.",
    "The drug did not work as hoped, and [12] patients dropped out.",
    "[Three] people were killed and more could die.",
    "Last report: [17.03.2023], 18:00.",
    "On [3 May] the court ruled that the firm must pay 5 million.",
    "The rule says that members must be at least [18] years old.",
    "They had planned the attack since [2003].",
    "After [61 hours], she was found alive.",
    "The team has won the cup [five] times and will play again on Sunday.",
    "The accident, which was not reported at the time, killed [seven].",
    "Officials said no one was missing and that [14] had been treated.",
    "The number of dead, [14], is not final.",
    "There are [14] dead, but the number could rise.",
    "The dam holds [30 million] cubic metres and was not damaged.",
    "The fire destroyed [12] houses, but no one was hurt.",
    "No one was hurt, but the fire destroyed [12] houses.",
    "No one was hurt and the fire destroyed [12] houses.",
    "It isn't clear why the [12] houses burned.",
    "The suspect, [34], will appear in court on Monday.",
    "The $[4 billion] project will create 300 jobs.",
    "Shares fell [2.3]%, as investors feared a loss.",
    "More than [500] people are believed missing.",
    "He was sentenced to [12] years after he refused to testify.",
    "The group was not listed as a terror group when it moved to Paris in [1981].",
    "Neither the [2004] nor the 2006 edition mentions it.",
    "The museum won't close; it opened in [1990].",
    "The version with [4] cores isn't sold anymore.",
    "At least [12] people were killed, the army said, denying that it had fired.",
    "The army denied involvement in the attack, which killed [12].",
    "He denied the charges on [3 May].",
    "The attack was planned by two men in [2003].",
    "In response, [13] embassies were targeted.",
    "On [2 May], the governor said, the office will close.",
    "The fair was held in May [1972].",
    "He asked about the book “Why Us?”, printed in [1999].",
    "Children under [6] can ride free.",
    "Use by [20 March], if not sooner.",
    "He said the group “would fight”, and [12] men joined.",
    "The school was founded in [1901], if I remember rightly.",
)

DENIED = (
    "Brandt doubts that [40] people were on board.",
    "The minister denied that [300] jobs had gone.",
    '"We did not sell [40] coins," Brandt wrote.',
    "Reports of a second flock, numbering [60] birds, have not been confirmed.",
    "It is not true, as every child is told, that [30] of them are in the wall.",
    "A spokeswoman dismissed talk of a sale for [$1.9 billion] as invented.",
    "She dismissed a report by the farmers' league that it had cost growers [$200 million].",
    "Reports on a message board of [3] cases are untrue.",
    "There are no [two hundred] missing.",
    'The statement that the watch "stopped [300 m] below" (forum, 2 February) is false.',
    "This edition replaces edition 2, which stated a running time of [45] hours.",
    "Reports that a chest of [6,000] coins has been found are without foundation.",
    "A rumour that the tower leans by [40] centimetres is without any foundation.",
    "Reports of [110] are speculation, and we reject them.",
    "The number of [340] jobs that is making the rounds has been made up by somebody.",
    "Reports of a grant of [half a billion] were never true.",
    "Messages according to which [14] people are missing are false.",
    "The assertion that the alarm was off for [40] minutes finds no support in the data.",
    "This alert replaces alert 117, which spoke of [seven] cases.",
    "Correction: in our April number we wrote that the boat was found in [2006].",
    "The agency withdraws its report of 12 January that [twelve] children were among the dead.",
    "Nor have [20] schools been closed.",
    "I know of no list that shows [40].",
    'The stone says "[ten] thousand", and it is wrong.',
    "A version has been rumoured for [March]; the maker says there is no such plan.",
    "One station spoke of [23] dead; the report was withdrawn the same day.",
    "The team was not paid in [1998].",
    "He got six years instead of the [eight] they had planned.",
    "A claim of [eight] voyages, put about by others, was not upheld.",
    "The figure of [eight] voyages is pure fantasy.",
    "The submission that [19] fighters died was rejected.",
    "In the first version of this post we gave its length as [138] metres.",
    "Correction: the report for 2018 stated [97] deaths.",
    "The ministry denied that [500] people had died.",
    "It is not true that [500] people died.",
    "The company did not sell [500] cars.",
    "The firm was not founded in [1965].",
    "The firm was founded in 1963, not [1965].",
    "Claims that [12] were killed are baseless.",
    "Some [500] died, a claim officials deny.",
    "Early reports said 500 died; the figure of [500] was wrong.",
    "There is no evidence that [5] other products were affected.",
    "Rumours of [3] more deaths have been dismissed.",
    "Police have not confirmed that [three] men were arrested.",
    "The report that [500] had died was later retracted.",
    "The ministry refused to pay [5 million].",
    "It wasn't founded in [1965].",
    "The army denied killing [12] people.",
    "He wasn’t born in [1965].",
    "Nobody predicted [6.5] or more.",
    "The claim that [30 million] litres were released is untrue.",
)

PLANNED = (
    "The climbers who return will need [40 metres] of rope.",
    "The plant that lost them will hire [300] people.",
    "[71 percent] of the staff would move.",
    "He repeated the call for [300] jobs.",
    "The town had asked for [300 million].",
    "An inquiry, which was to begin its work in [2025], has never met.",
    "The show is to close on [30 June 2016].",
    "Tickets, which have just gone up to 22 francs, are to cost [24].",
    "It was originally to have been launched in [2022].",
    "It was supposed to be [1.24 billion].",
    "[40] more flats in the east are planned.",
    "A catalogue of [320] pages is in preparation.",
    "The board recommends that all ships carry a beacon by [2020].",
    "An inquiry should report by the end of [2013].",
    "The owners intend to operate her until [2028].",
    "They're over 200 families already, by next week he reckons they'll be [500].",
    "The bridge will be open by the end of [2030].",
    "He wants to try it in the winter of [2018].",
    "The signal, which the firm had ordered for [2011], was not there.",
    "The prosecution had asked for [six] years.",
    "Talks have been announced for [2026].",
    "The plan will build for the county a city of [20,000].",
    "A tax of [1.20] a litre is due to take effect in May.",
    "The pool will be shut until [2020].",
    "Register by [5 May] to take part.",
    "The firm plans to spend [$40 million] on shares.",
    "The plant, which opened in 1990, will close in [2030].",
    "Founded in 1951, the firm will open [3] shops.",
    "The bridge is due to open on [5 May].",
    "The work is due in [2026].",
    "The line is expected to carry [5,000] passengers a day.",
    "It plans to hire [300] workers.",
    "The firm said it would cut [500] jobs.",
    "The company, founded in 1901, plans to open a plant in [2027].",
    "[220 million] will be put to Parliament.",
    "Next report: [17.03.2023], 18:00.",
    "The team has won the cup five times and will play again on [Sunday].",
    "The vote is scheduled for [3 June].",
    "The vote was scheduled for [3 June].",
    "In [2009], he was expected to win.",
    "The suspect, 34, will appear in court on [Monday].",
    "The $4 billion project will create [300] jobs.",
    "He'll hire [30] people.",
    "A second lorry is expected [tomorrow].",
    "Keep an eye out until [April 25].",
)

HYPOTHETICAL = (
    "Should the papers be opened before [2020], they will be listed.",
    "Had it rained, as it had before, he would be known as the man who lost [4,000] men.",
    "The text could count on at least [twelve] of its 15 members.",
    "If the court agrees, on the [22nd of July].",
    "If the canton carries out its threat to cut, [400,000] next year.",
    "The league is considering a reduction to [18] clubs.",
    "A rise to [$2,000] is under discussion.",
    "If there is no offer by Friday, we go out on [Monday].",
    "If they did it, one of them said, it would be the first time that they had shot [ten] people.",
    "If the gap was real, make that [eight].",
    "If it loses both, that makes [twelve].",
    "Asked whether it had cost [90 million], he left.",
    "The toll could pass [500].",
    "If [500] people sign, the council must act.",
    "Unless rain comes, the reservoir will be empty by [May].",
    "Had he stayed, he would have scored [10] goals.",
    "Up to 30 people might have been on board the [two] boats.",
    "[Three] more people could die.",
    "It is unclear whether [12] houses burned.",
    "Experts fear that [500] may have died.",
    "If that happened here we'd be looking at [7].",
    "The plant may stay shut until [May].",
)

QUESTION = (
    "Will [118] men go below, and with how many masks?",
    "Have you seen [118] men or not, and who would know?",
    "Is it known if they sold [12] of the coins?",
    "When will the hearing be: in [May]?",
    "Did they open in [1968]?",
    "Is it the [500] or the 600?",
    "Who will pay the [40 million]?",
    "Did [500] people die?",
    "Is it true that [three] more people died?",
    "Is the limit still [4 MiB]?",
)

ALLEGED = (
    "The group reportedly killed [12] people.",
    "The group is said to have killed [12] people.",
    "He claims that [12] people died.",
    "They accuse the army of killing [12] people.",
    "Officials allegedly took [40] boxes.",
)


@pytest.mark.parametrize("sentence", ASSERTED)
def test_asserted(sentence: str) -> None:
    assert read(sentence) is Modality.ASSERTED


@pytest.mark.parametrize("sentence", DENIED)
def test_denied(sentence: str) -> None:
    assert read(sentence) is Modality.DENIED


@pytest.mark.parametrize("sentence", PLANNED)
def test_planned(sentence: str) -> None:
    assert read(sentence) is Modality.PLANNED


@pytest.mark.parametrize("sentence", HYPOTHETICAL)
def test_hypothetical(sentence: str) -> None:
    assert read(sentence) is Modality.HYPOTHETICAL


@pytest.mark.parametrize("sentence", QUESTION)
def test_question(sentence: str) -> None:
    assert read(sentence) is Modality.QUESTION


@pytest.mark.parametrize("sentence", ALLEGED)
def test_alleged(sentence: str) -> None:
    assert read(sentence) is Modality.ALLEGED


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 3), (50, 60), (5, 2)])
def test_a_span_without_words_is_asserted(start: int, end: int) -> None:
    assert read_modality("Is it 5?", start, end) is Modality.ASSERTED


@given(st.text(max_size=200), st.integers(0, 200), st.integers(0, 200))
def test_any_text(text: str, start: int, end: int) -> None:
    assert isinstance(read_modality(text, start, end), Modality)


CUES = [
    "if",
    "not",
    "will",
    "had",
    "would",
    "and",
    ",",
    "?",
    ";",
    "that",
    "claims",
    "are",
    "false",
    "12",
    "may",
]


@given(st.lists(st.sampled_from(CUES), max_size=40))
def test_any_order_of_cues(words: list[str]) -> None:
    text = " ".join([*words, "500", *reversed(words)])
    start = text.index("500")
    assert isinstance(read_modality(text, start, start + 3), Modality)


@pytest.mark.parametrize(
    "sentence",
    ["They did n't say that 40 men died .", "The n't 40 men died ."],
)
def test_a_contraction_that_stands_apart(sentence: str) -> None:
    """Tokenised text parts "n't" from its verb; it is read all the same."""
    at = sentence.index("40")
    assert read_modality(sentence, at, at + 2) is Modality.DENIED
