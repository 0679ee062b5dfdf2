"""Whom or what "the bank", "it", "she" and "they" stand for; None where two fit or nothing does."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers import run

DESCRIBED = [
    # text, value, subject
    ("Amsel, a regional bank, failed in June. The bank was founded in 1887.", "1887", "Amsel"),
    ("Amsel, a regional bank, failed in June. The lender was founded in 1887.", "1887", "Amsel"),
    ("The airline Skarvane went under. The carrier was established in 1987.", "1987", "Skarvane"),
    ("Tovik Motors cut jobs in May. The company was set up in 1921.", "1921", "Tovik Motors"),
    ("Ostra Lindqvist is a brewery in Dorn. The firm was acquired in 2004.", "2004", "Ostra Lindqvist"),
    ("The ferry Halmar left at dawn. The vessel was built in 1974.", "1974", "Halmar"),
    ("The Red Lantern, a militia, laid down its arms. The group was formed in 1991.", "1991", "Red Lantern"),
    ("Orrin United won again. The club was founded in 1902.", "1902", "Orrin United"),
    ("Orrin United won again. The troubled club was founded in 1902.", "1902", "Orrin United"),
    ("Orrin Water plc was fined. The company serves 40,000 homes.", "40,000", "Orrin Water plc"),
    # the nearer of two that fit is the one the sentence before speaks of
    ("Amsel, a bank, sued Lund, a bank. The bank was founded in 1887.", "1887", "Amsel"),
    # silent: two fit, and the sentence before speaks of neither
    ("Amsel is a bank. Lund is a bank. Rain fell in Dorn. The bank was founded in 1887.", "1887", "~bank"),
    # silent: a person, a place or a ship is no bank
    ("Petra Lindqvist spoke in Dorn. The bank was founded in 1887.", "1887", "~bank"),
    ("In Dorn, rain fell. In Dorn, snow fell. The bank was founded in 1887.", "1887", "~bank"),
    ("The ferry Halmar left at dawn. The company was set up in 1921.", "1921", "~company"),
    # silent: more words say that it is another one
    ("Tovik Motors cut jobs. The parent company was set up in 1921.", "1921", "~company"),
    ("Tovik Motors cut jobs. Its bank was founded in 1887.", "1887", "~bank"),
    ("Amsel, a bank, failed. The bank of the Tovik family was founded in 1887.", "1887", "~bank"),
]  # fmt: skip

PRONOUNS = [
    ("Amsel, a regional bank, failed. It was founded in 1887.", "1887", "Amsel"),
    ("When the bridge fell, it was replaced in 1971.", "1971", "~bridge"),
    ("The pumps failed. They were replaced in 1971.", "1971", "~pump"),
    # a body of people is "they" as well
    ("The Harbour League is a trade organisation. They were founded in 1974.", "1974", "Harbour League"),
    ("Tovik Mill is a building in Dorn. They were elected in 1974.", "1974", None),
    # one pronoun is read one way, also behind "and"
    ("The mill burned twice. It closed and was rebuilt in 1963.", "1963", "~mill"),
    # a ship is a she, whoever commands it
    ("The ferry Halmar left at dawn. She was launched in 1974.", "1974", "Halmar"),
    ("Petra Lindqvist left at dawn. She was elected in 1974.", "1974", "Petra Lindqvist"),
    # the person named in the sentence itself is nearer
    ("Ada Quill won. Osric Vald kept his seat in 1974.", "1974", "Osric Vald"),
    ("Ada Quill won. The king outlived his victory by 7 years.", "7 years", "~king"),
    # an age, or what somebody does, stands for who has it
    ("Petra Lindqvist left Dorn. The 41-year-old was arrested in 1974.", "1974", "Petra Lindqvist"),
    ("Petra Lindqvist, a skier, left Dorn. The skier was arrested in 1974.", "1974", "Petra Lindqvist"),
    ("Novelist Petra Lindqvist left Dorn. The poet was arrested in 1974.", "1974", "~poet"),
    # silent: a driver was spoken of since, and both fit
    ("Petra Lindqvist left Dorn. A driver was hurt. She was arrested in 1974.", "1974", None),
    ("Petra Lindqvist left Dorn. The widow was hurt. She was arrested in 1974.", "1974", "~widow"),
    # whom a text calls "she" throughout is no "he"
    ("Petra Lindqvist sang. She ran. She swam. She wrote. She won. He was arrested in 1974.", "1974", None),
    # who does something to "it" is not "it"
    ("Amsel is a bank. The Herald rated it 8.4 in 1974.", "8.4", "Amsel"),
    # silent: no woman was named
    ("King Osric Vald left at dawn. She was elected in 1974.", "1974", None),
    ("Mrs Petra Lindqvist left at dawn. He was elected in 1974.", "1974", None),
    # silent: a person is no "it", a thing no "they"
    ("Petra Lindqvist spoke in Dorn. It was opened in 1974.", "1974", None),
    ("The bridge fell. They were elected in 1974.", "1974", None),
    # silent: who says "I" or "we" is not what the source is about
    ("Amsel, a regional bank, failed. I resigned in 1974.", "1974", None),
]  # fmt: skip

NOTHING = [
    # a sentence behind "Amsel, a regional bank, failed.", value, subject
    ("It took them 46 minutes to leave.", "46 minutes", None),
    ("It rained for 9 days.", "9 days", None),
    ("It is clear that 40 clerks were dismissed.", "40", "~clerk"),
    ("It was reported that 40 clerks were dismissed.", "40", "~clerk"),
    ("It is true that 40 clerks were dismissed.", "40", "~clerk"),
    ("It took the staff 46 minutes to leave.", "46 minutes", None),
    # "it" stands for the bank
    ("It was expected to be dissolved in 1974.", "1974", "Amsel"),
    ("It was hardly known when it was dissolved in 1974.", "1974", "Amsel"),
    ("It was reported to have been dissolved in 1974.", "1974", "Amsel"),
]


@pytest.mark.parametrize(("text", "value", "subject"), [*DESCRIBED, *PRONOUNS])
def test_antecedent(tmp_path: Path, text: str, value: str, subject: str | None) -> None:
    assert subject_of(tmp_path, text, value) == subject


@pytest.mark.parametrize(("text", "value", "subject"), NOTHING)
def test_it_for_nothing(tmp_path: Path, text: str, value: str, subject: str | None) -> None:
    told = f"Amsel, a regional bank, failed. {text}"
    assert subject_of(tmp_path, told, value) == subject


def test_a_heading_names_the_subject(tmp_path: Path) -> None:
    """What stands under a heading that is a name is said of it, until the next heading."""
    text = (
        "# Bridges of Orrin\n\nOrrin is a town. Orrin has bridges.\n\n## Kelbury Bridge\n\n"
        "It was opened in 1963.\n\n## Money\n\nThe town paid.\n\nClosed in 1971.\n"
    )
    report = run(tmp_path, {"a.md": text})
    subjects = {a.text: a.slot.subject for a in report.assertions}
    assert subjects["1963"] == "Kelbury Bridge"
    assert subjects["1971"] != "Kelbury Bridge"


def subject_of(folder: Path, text: str, value: str) -> str | None:
    """The subject of the last assertion whose text is `value`."""
    report = run(folder, {"a.txt": f"{text}\n"})
    return [a.slot.subject for a in report.assertions if a.text == value][-1]


def test_the_group_is_what_is_called_one(tmp_path: Path) -> None:
    """An agency could be called a group; one that is called so comes first."""
    text = "The Red Lantern is a group. The Dorn Agency watched it. The group was founded in 1974."
    assert subject_of(tmp_path, text, "1974") == "Red Lantern"


def test_pronouns_beside_a_name_tell_he_from_she(tmp_path: Path) -> None:
    text = "Osric Vald, 41, lost his hat. Osric Vald left. {} was elected in 1974."
    assert subject_of(tmp_path, text.format("He"), "1974") == "Osric Vald"
    assert subject_of(tmp_path, text.format("She"), "1974") is None
