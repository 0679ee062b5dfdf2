"""Make sets of articles whose lineage is known: so many true origins, and echoes of them.

    sets(seed) yields `Made`: the texts, and the number of true origins of the key fact.

Every origin tells one key fact in its own words among facts of its own. Each echo repeats
one origin in one of the ways of `ECHOES`; an article of an unknown root says that the fact
is reported, by nobody in particular. Names, firms and places are invented.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

TOWNS: Final = [
    "Norrey",
    "Halvern",
    "Brackwell",
    "Ostrel",
    "Tamsin",
    "Quillport",
    "Veldry",
    "Marrow Bay",
]
OUTLETS: Final = [
    "Harbour Post", "Daily Meridian", "Northern Ledger", "Coast Observer", "Weekly Lantern",
    "Valley Tribune", "Morning Anchor", "Inland Review", "Ferry Gazette", "Upland Courier",
]  # fmt: skip
AGENCIES: Final = ["Tessen Institute", "Orland Agency", "Brisk Foundation", "Calder Union"]
NAMES: Final = [
    "Ada Brenner",
    "Otto Lind",
    "Mira Kolvar",
    "Jonas Pell",
    "Ruth Sandqvist",
    "Emil Tarrow",
]
MONTHS: Final = ["January", "February", "March", "April", "May", "June", "July", "August"]

# The key fact, in words that differ as those of several reporters do.
KEY: Final = {
    "staff": [
        "{firm} employs {n} people.",
        "{n} people work for {firm}.",
        "The workforce of {firm} stands at {n} people.",
        "At {firm}, {n} people are employed.",
    ],
    "dead": [
        "The fire in {town} killed {n} people.",
        "{n} people died in the {town} fire.",
        "{n} people were killed when fire broke out in {town}.",
        "The {town} fire claimed {n} lives.",
    ],
    "homes": [
        "The storm destroyed {n} homes in {town}.",
        "In {town} {n} homes were destroyed by the storm.",
        "{n} homes in {town} were destroyed in the storm.",
        "{n} homes were destroyed when the storm hit {town}.",
    ],
}  # fmt: skip
# Facts an origin tells besides: {a} is a figure of its own.
FILL: Final = [
    "The council met {a} times over the matter.",
    "Repairs will cost {a} million crowns, by its own estimate.",
    "About {a} volunteers had signed a list in the town hall.",
    "The road to the coast was closed for {a} hours.",
    "{who}, a baker, had seen nothing like it in {a} years.",
    "A bus took {a} children to the next school.",
    "Some {a} letters reached the mayor within a week.",
    "The old mill, {a} metres from the river, was not touched.",
    "Nobody had expected the river to rise by {a} centimetres.",
    "The library lent {a} blankets, which is all it has.",
    "Trains ran {a} minutes late on the branch line.",
    "A farmer counted {a} sheep on the wrong side of the water.",
]
REWORDED: Final = [
    "There were {a} meetings of the council about it.",
    "The bill for repairs: {a} million crowns, it is estimated.",
    "{a} volunteers or so put their names on the list.",
    "For {a} hours nobody could drive to the coast.",
    "Baker {who} could not remember its like in {a} years.",
    "{a} children went by bus to a school nearby.",
    "In a week the mayor received {a} letters.",
    "The mill stands {a} metres from the water and was spared.",
    "The river came up {a} centimetres, more than anybody thought.",
    "All of the library's {a} blankets were given out.",
    "There were delays of {a} minutes on the branch line.",
    "{a} sheep ended up across the water, by a farmer's count.",
]


@dataclass
class Fact:
    """The key fact of a set."""

    sort: str
    number: int
    firm: str
    town: str

    def told(self, way: int) -> str:
        """The fact in one of its wordings."""
        return KEY[self.sort][way].format(n=f"{self.number:,}", firm=self.firm, town=self.town)


@dataclass
class Origin:
    """A true origin: its outlet, its article, the figures of its own facts."""

    outlet: str
    day: int
    sentences: list[str]
    key: int  # position of the key sentence
    fills: list[tuple[int, int, str]]  # (number of the sentence form, figure, name)


@dataclass
class Made:
    """A set: file name -> text, the key figure, how many origins truly stand behind it."""

    texts: dict[str, str] = field(default_factory=dict)
    figure: str = ""
    origins: int = 0
    unknown: list[str] = field(default_factory=list)  # files whose root nobody can know
    echoes: dict[str, str] = field(default_factory=dict)  # file -> way of the echo


def sets(count: int, seed: int = 1) -> Iterator[Made]:
    """Yield `count` sets."""
    rng = random.Random(seed)
    for _ in range(count):
        yield _one(rng)


def _one(rng: random.Random) -> Made:
    town = rng.choice(TOWNS)
    fact = Fact(
        rng.choice(sorted(KEY)), rng.choice([214, 389, 1_412, 3_518, 12_640]) + rng.randrange(20),
        f"{town} {rng.choice(['Shipyard', 'Brewery', 'Paper Mill'])}", town,
    )  # fmt: skip
    outlets = rng.sample(OUTLETS, len(OUTLETS))
    ways = rng.sample(range(4), 4)
    made = Made(figure=f"{fact.number:,}", origins=rng.randint(1, 4))
    fills = rng.sample(range(len(FILL)), len(FILL))
    origins = [
        _origin(rng, fact, outlets.pop(), ways[i], 2 + i, fills[3 * i : 3 * i + 3])
        for i in range(made.origins)
    ]
    for origin in origins:
        _put(made, origin.outlet, origin.day, origin.sentences)
    for _ in range(rng.randint(1, 4)):
        if not outlets:
            break
        kind = rng.choice(sorted(ECHOES))
        origin = rng.choice(origins)
        name = ECHOES[kind](rng, made, fact, origin, outlets)
        made.echoes[name] = kind
    if rng.random() < 0.3 and outlets:
        opening = rng.choice(["Reportedly", "It is said that", "According to unconfirmed reports,"])
        told = fact.told(ways[0])
        told = (
            told if told[0].isdigit() or told.startswith(fact.town) else told[0].lower() + told[1:]
        )
        made.unknown.append(_put(made, outlets.pop(), 20, [f"{opening} {told}", _fill(rng, 0)[1]]))
    return made


def _origin(
    rng: random.Random, fact: Fact, outlet: str, way: int, day: int, forms: list[int]
) -> Origin:
    fills = [(form, rng.randrange(11, 97), rng.choice(NAMES)) for form in forms]
    sentences = [FILL[form].format(a=figure, who=name) for form, figure, name in fills]
    key = rng.randrange(len(sentences))
    sentences.insert(key, fact.told(way))
    return Origin(outlet, day, sentences, key, fills)


def _fill(rng: random.Random, form: int) -> tuple[int, str]:
    figure = rng.randrange(11, 97)
    return figure, FILL[form].format(a=figure, who=rng.choice(NAMES))


def _put(made: Made, outlet: str, day: int, sentences: list[str], notes: str = "") -> str:
    """Add an article as Markdown with its metadata; return the file's name."""
    name = f"{outlet.lower().replace(' ', '-')}-{len(made.texts)}.md"
    head = f"---\npublisher: {outlet}\ndate: 2021-05-{day:02}\n---\n\n"
    made.texts[name] = head + " ".join(sentences) + "\n" + notes
    return name


Echo = Callable[[random.Random, Made, Fact, Origin, list[str]], str]


def _reprint(rng: random.Random, made: Made, fact: Fact, origin: Origin, outlets: list[str]) -> str:
    del rng, fact
    return _put(made, outlets.pop(), origin.day + 8, list(origin.sentences))


def _trimmed(rng: random.Random, made: Made, fact: Fact, origin: Origin, outlets: list[str]) -> str:
    del rng, fact
    kept = origin.sentences[max(0, origin.key - 1) : origin.key + 2]
    return _put(made, outlets.pop(), origin.day + 8, kept)


def _credited(
    rng: random.Random, made: Made, fact: Fact, origin: Origin, outlets: list[str]
) -> str:
    way = rng.randrange(4)
    told = fact.told(way).rstrip(".")
    inner = told if told[0].isdigit() or told.startswith(fact.town) else told[0].lower() + told[1:]
    said = rng.choice([
        f"According to the {origin.outlet}, {inner}.",
        f"{told}, the {origin.outlet} reported.",
        f"The {origin.outlet} wrote that {inner}.",
        f"{told}, according to the {origin.outlet}.",
    ])  # fmt: skip
    return _put(made, outlets.pop(), origin.day + 8, [said, _fill(rng, 10)[1]])


def _paraphrase(
    rng: random.Random, made: Made, fact: Fact, origin: Origin, outlets: list[str]
) -> str:
    """Other words, the same odd figures, and one credit somewhere."""
    told = [REWORDED[form].format(a=figure, who=name) for form, figure, name in origin.fills]
    told[0] = told[0].rstrip(".") + f", the {origin.outlet} reported."
    told.insert(rng.randrange(1, len(told)), fact.told(rng.randrange(4)))
    told.append(f"The {origin.outlet} first reported the story.")
    return _put(made, outlets.pop(), origin.day + 8, told)


def _footnote(
    rng: random.Random, made: Made, fact: Fact, origin: Origin, outlets: list[str]
) -> str:
    note = f"“A week in {fact.town},” {origin.outlet}, May {origin.day}, 2021."
    told = [fact.told(rng.randrange(4)).rstrip(".") + ".[1]", _fill(rng, 9)[1]]
    return _put(
        made,
        outlets.pop(),
        origin.day + 8,
        told,
        f"\n## Notes\n\n[1] {rng.choice(NAMES)}, {note}\n",
    )


def _ibid(rng: random.Random, made: Made, fact: Fact, origin: Origin, outlets: list[str]) -> str:
    note = f"“A week in {fact.town},” {origin.outlet}, May {origin.day}, 2021."
    told = [_fill(rng, 9)[1].rstrip(".") + ".[1]", fact.told(rng.randrange(4)).rstrip(".") + ".[2]"]
    notes = f"\n## Notes\n\n[1] {rng.choice(NAMES)}, {note}\n\n[2] Ibid.\n"
    return _put(made, outlets.pop(), origin.day + 8, told, notes)


def _publisher(
    rng: random.Random, made: Made, fact: Fact, origin: Origin, outlets: list[str]
) -> str:
    del outlets
    return _put(
        made, origin.outlet, origin.day + 6, [_fill(rng, 6)[1], fact.told(rng.randrange(4))]
    )


def _nested(rng: random.Random, made: Made, fact: Fact, origin: Origin, outlets: list[str]) -> str:
    """A quote inside a quote: somebody repeats what the outlet wrote."""
    told = fact.told(rng.randrange(4)).rstrip(".")
    said = f"“The {origin.outlet} wrote that ‘{told}’,” said {rng.choice(NAMES)}."
    return _put(made, outlets.pop(), origin.day + 8, [_fill(rng, 5)[1], said])


ECHOES: Final[dict[str, Echo]] = {
    "reprint": _reprint,
    "trimmed": _trimmed,
    "credited": _credited,
    "paraphrase": _paraphrase,
    "footnote": _footnote,
    "ibid": _ibid,
    "publisher": _publisher,
    "nested": _nested,
}
