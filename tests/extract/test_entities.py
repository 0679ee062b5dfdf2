"""Names and aliases: what is joined, and what must never be."""

from __future__ import annotations

import pytest

from twosource.extract.entities import Entities, find_entities
from twosource.extract.entities.aliases import fits_initials, similar
from twosource.model import (
    AliasRule,
    BlockKind,
    Document,
    Metadata,
    Passage,
    Segmented,
    Sentence,
    Source,
    Span,
)


def entities(*texts: str, rules: tuple[AliasRule, ...] = ()) -> Entities:
    """Read each text as one source of one sentence a line."""
    items = []
    for number, text in enumerate(texts):
        path, at, sentences = f"d{number}.txt", 0, []
        for index, line in enumerate(text.split("\n")):
            span = Span(at, at + len(line))
            sentences.append(
                Sentence(index, path, BlockKind.PARAGRAPH, span, Passage.plain(line, at))
            )
            at += len(line) + 1
        document = Document(path, "text/plain", text, "", "utf-8", len(text))
        source = Source(path, path, Span(0, len(text)), Metadata())
        items.append(Segmented(document, (source,), tuple(sentences), ()))
    return find_entities(items, rules)


JOINED = [
    # text, one name, another name for the same entity
    ("The Food Safety Directorate (FSD) met. The FSD spoke.", "FSD", "Food Safety Directorate"),
    ("The Harbour Trust, also known as Old Quay, owns it.", "Harbour Trust", "Old Quay"),
    ("He left the Blue Line Union (BLU/ BLX/ the Liners).", "BLU", "Blue Line Union"),
    ("The BLU or BLX is a body.", "BLU", "BLX"),
    ("It spread from Kalimar (Qalimar) to town.", "Kalimar", "Qalimar"),
    ("We met Mirela Dostan.\nLater Mirella Dostán spoke.", "Mirela Dostan", "Mirella Dostán"),
    ("We met Anton Brezik. Then Brezik left.", "Brezik", "Anton Brezik"),
    (
        "The National Seismic Office said so. But NSO staff did not.",
        "NSO",
        "National Seismic Office",
    ),
    ("The Danish navy sailed from Denmark.", "Danish", "Denmark"),
    (
        "The Harbour Workers' Union, known by its initials HWU, met.",
        "HWU",
        "Harbour Workers' Union",
    ),
    ("Médecins du Fleuve (MdF) came.", "MdF", "Médecins du Fleuve"),
    (
        "The Ministry of Rail met. MoR staff left. (The Ministry of Rail (MoR) spoke.)",
        "MoR",
        "Ministry of Rail",
    ),
    (
        "Kelbury Water plc, formerly Kelbury & District Water Company, met.",
        "Kelbury Water plc",
        "Kelbury & District Water Company",
    ),
    ("Kelbury Water plc met.\nThen Kelbury Water left.", "Kelbury Water", "Kelbury Water plc"),
    (
        "The PFLN / FNLP / People's Front for the Liberation of Norsund met.",
        "FNLP",
        "People's Front for the Liberation of Norsund",
    ),
    ("Yevgeny Kuznetsov came.\nEvgeni Kuznetsov left.", "Yevgeny Kuznetsov", "Evgeni Kuznetsov"),
    (
        "Banco Central de Norsund (BCN; Central Bank of Norsund) met.",
        "Central Bank of Norsund",
        "Banco Central de Norsund",
    ),
    ("The Liga Obrera (in English: Workers' League) met.", "Workers' League", "Liga Obrera"),
    ("Grey Quay (now Harbour Trust) met.", "Grey Quay", "Harbour Trust"),
    ("Grey Quay, since renamed Harbour Trust, met.", "Grey Quay", "Harbour Trust"),
    ("Grey Quay was renamed Harbour Trust in 1990.", "Grey Quay", "Harbour Trust"),
    ("Lena Orr, born Lena Brezik, met us.", "Lena Orr", "Lena Brezik"),
    ("Anton Lund, better known by his stage name Grey Tom, met us.", "Anton Lund", "Grey Tom"),
    ("John F. Lund met us.\nThen John Lund left.", "John Lund", "John F. Lund"),
    ("Marit Osterlund met us.\nM. Osterlund left.", "M. Osterlund", "Marit Osterlund"),
    ("John F. Lundin met us.\nThen Lundin left.", "Lundin", "John F. Lundin"),
    ("The United States sent a ship; two Americans were aboard.", "Americans", "United States"),
]


@pytest.mark.parametrize(("text", "one", "other"), JOINED)
def test_joined(text: str, one: str, other: str) -> None:
    """What a text states, or a safe rule infers, is one entity."""
    found = entities(text)
    assert found.canonical(one) == found.canonical(other)


APART = [
    ("Maria Lund and Jonas Lund spoke. Lund left.", "Maria Lund", "Jonas Lund"),
    ("Maria Lund and Jonas Lund spoke. Then Lund left.", "Lund", "Maria Lund"),  # which one?
    ("A deal with Northern Rail (BBC) was signed.", "BBC", "Northern Rail"),  # a link, no alias
    ("Trains from North Velia and South Velia met.", "North Velia", "South Velia"),
    ("Velia fought the Velian army in Velian lands.", "Velia", "Velian"),
    ("The board met Lena Orr and Lara Orr.", "Lena Orr", "Lara Orr"),
    ("The Danish navy met a Swedish ship off Sweden.", "Danish", "Sweden"),
    ("Marie Lund met us.\nMaria Lund left.", "Marie Lund", "Maria Lund"),
    ("Erik Lunden met us.\nErika Lunden left.", "Erik Lunden", "Erika Lunden"),
    ("Mirela Dostan met Mirella Dostan.", "Mirela Dostan", "Mirella Dostan"),  # in one sentence
    ("Norvane Ltd owns Norvane AG.\nThen Norvane left.", "Norvane Ltd", "Norvane AG"),
    ("Norvane Ltd owns Norvane AG.\nThen Norvane left.", "Norvane", "Norvane AG"),  # which one?
    ("Anna Bell (Harbour League) won.", "Anna Bell", "Harbour League"),
    ("Lena Orr, formerly Harbour Trust chairman, met us.", "Lena Orr", "Harbour Trust"),
    ("Lena Orr called Otto Prem.", "Lena Orr", "Otto Prem"),
    ("Otto Prem (now Harbour Trust) met us.", "Otto Prem", "Harbour Trust"),
    ("Grey Quay, named after Otto Prem, met.", "Grey Quay", "Otto Prem"),
    ("John F. Lund met us.\nJohn G. Lund left.\nThen John Lund came.", "John Lund", "John G. Lund"),
    (
        "Marit Osterlund met us.\nMagnus Osterlund left.\nM. Osterlund came.",
        "M. Osterlund",
        "Marit Osterlund",
    ),
]


@pytest.mark.parametrize(("text", "one", "other"), APART)
def test_apart(text: str, one: str, other: str) -> None:
    """Two people of one surname, a body and its namesake stay two."""
    found = entities(text)
    assert found.canonical(one) != found.canonical(other)


def test_a_state_is_called_by_its_name() -> None:
    """Not by its people, however often they are spoken of."""
    found = entities("The Danish boats met a Danish trawler. The king of Denmark was told.")
    assert found.canonical("Danish") == "Denmark"


def test_manifest_adds_and_forbids() -> None:
    """The user's word is stronger than any rule."""
    text = "Anton Brezik spoke. Then Brezik left. Old Tom came."
    added = entities(text, rules=(AliasRule("Anton Brezik", same_as=("Old Tom",)),))
    assert added.canonical("Old Tom") == added.canonical("Anton Brezik")
    apart = entities(text, rules=(AliasRule("Anton Brezik", never=("Brezik",)),))
    assert apart.canonical("Brezik") != apart.canonical("Anton Brezik")


def test_every_alias_has_a_reason() -> None:
    """An alias carries the rule and the words behind it."""
    found = entities("The Food Safety Directorate (FSD) met. The FSD spoke.")
    assert [(alias.rule, bool(alias.evidence)) for alias in found.aliases] == [
        ("parenthesis", True)
    ]


@pytest.mark.parametrize(
    ("short", "long", "fits"),
    [
        ("FSD", "Food Safety Directorate", True),
        ("INC", "Iraqi National Congress", True),
        ("NYT", "Iraqi National Congress", False),
        ("Fsd", "Food Safety Directorate", False),
        ("MoR", "Ministry of Rail", True),
        ("MOr", "Ministry of Rail", False),
    ],
)
def test_fits_initials(short: str, long: str, fits: bool) -> None:
    """Initials count in order."""
    assert fits_initials(short, long) is fits


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("Lindenholt Dairy", "Lindenholdt Dairy", True),
        ("Yusuf Karaman-Holt", "Yusuf Karaman Holt", True),
        ("Maryam Orr", "Massoud Orr", False),
        ("New Yorker", "New York", False),
    ],
)
def test_similar(one: str, two: str, same: bool) -> None:
    """Spelling is compared word by word, in either order."""
    assert similar(one, two) is similar(two, one) is same


NO_NAMES = [
    # sentence, what is a name in it
    ("23:40 Dead 4, rescued 121.", []),  # the first word of an entry
    ("1929 Doctorate at Oberlund", ["Oberlund"]),
    ("2020-12-15 Status changed to completed", []),
    ("It lay at 74° N when the ice came.", []),
    ("They met at Christmas in Oberlund.", ["Oberlund"]),
    ("They sailed to Easter Island.", ["Easter Island"]),
    ("On 12 May Oberlund fell.", ["Oberlund"]),
]


WHOLE = [
    # sentence, the names in it
    ("They met the Harbour Workers' Union.", ["Harbour Workers' Union"]),
    ("Today the People’s Front for Norsund won.", ["People’s Front for Norsund"]),
    ("They closed St. Mary's Hospital.", ["St. Mary's Hospital"]),
    ("They opened King's College.", ["King's College"]),
    ("They met John F. Lund and J. K. Orr.", ["John F. Lund", "J. K. Orr"]),
    ("They met O'Brien and D’Arcy.", ["O'Brien", "D’Arcy"]),
    ("Muhammad al-Rashidi fled.", ["Muhammad al-Rashidi"]),
    ("They sued Kelbury Water plc over it.", ["Kelbury Water plc"]),
    ("They met Finance Minister Petr Dvorak.", ["Petr Dvorak"]),
    ("They met Norsund Rail Chief Executive Ann Lund.", ["Norsund Rail", "Ann Lund"]),
    ("They met US President Otto Prem.", ["US", "Otto Prem"]),
    ("The Justice Department met.", ["Justice Department"]),
    ("They saw Queen Mary Hospital.", ["Queen Mary Hospital"]),
    # silent: two names
    ("Then Norsund's Ministry of Health spoke.", ["Norsund", "Ministry of Health"]),
    ("We took Lena Orr's Volvo.", ["Lena Orr", "Volvo"]),
]


@pytest.mark.parametrize(("text", "names"), WHOLE)
def test_whole_names(text: str, names: list[str]) -> None:
    """Possessives, initials, particles and titles do not break a name, nor join two."""
    assert [name.text for name in entities(text).sentences["d0.txt", 0].names] == names


@pytest.mark.parametrize(("text", "names"), NO_NAMES)
def test_what_is_no_name(text: str, names: list[str]) -> None:
    found = entities(text, "The dead were counted; a doctorate has no status.")
    assert [name.text for name in found.sentences["d0.txt", 0].names] == names
