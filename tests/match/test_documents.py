"""Documents are grouped by what they tell of, in any order; one subject stays one group."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from twosource import group_documents
from twosource.match.bags import bags_of
from twosource.match.documents import cosine, vectors_of

FERRY = {
    "a": [
        "The ferry Halden ran aground off Morvik on Tuesday.",
        "All 84 passengers were taken off.",
    ],
    "b": ["A ferry with 84 passengers ran aground near Morvik.", "The Halden was towed to port."],
    "c": ["Passengers of the Halden said the ferry struck a rock off Morvik in fog."],
}
BANK = {
    "x": ["Veldt Bank will buy its rival Orrin Savings for 2 billion euros."],
    "y": ["Orrin Savings agreed to be bought by Veldt Bank, shareholders were told."],
}
CEREMONY = (
    "will host the Golden Lantern ceremony of the film academy this spring, the producers said"
)


def host(name: str) -> list[str]:
    """A report of who presents a yearly event."""
    return [f"The academy announced that {name} {CEREMONY}."]


def hosts(number: int) -> dict[str, list[str]]:
    """So many reports that name one host, and as many that name another."""
    texts = {f"m{i}": host("Mara Quill") for i in range(number)}
    return texts | {f"t{i}": host("Tobin Ashe") for i in range(number)}


def test_two_subjects_are_two_groups() -> None:
    """What shares no telling words is apart."""
    assert group_documents({**FERRY, **BANK}) == (("a", "b", "c"), ("x", "y"))


def test_one_subject_stays_one_group() -> None:
    """Two or three texts of one subject are together, though each word stands in most of them."""
    assert group_documents(FERRY) == (("a", "b", "c"),)
    assert group_documents(BANK) == (("x", "y"),)


def test_figures_that_differ_part_nothing() -> None:
    """Texts that contradict each other in a figure tell of one thing."""
    other = {**FERRY, "b": [line.replace("84", "91") for line in FERRY["b"]]}
    assert group_documents(other, events=True) == (("a", "b", "c"),)


def test_events_of_one_sort_are_parted_by_their_names() -> None:
    """The same ceremony with another host is another event, once both are told of often enough."""
    few, many = hosts(4), hosts(6)
    assert len(group_documents(many)) == 1
    assert len(group_documents(few, events=True)) == 1
    assert group_documents(many, events=True) == (
        ("m0", "m1", "m2", "m3", "m4", "m5"),
        ("t0", "t1", "t2", "t3", "t4", "t5"),
    )


def test_one_text_with_another_name_stays() -> None:
    """A single text with another name may be wrong about the same event: it is not parted."""
    texts = {f"m{i}": host("Mara Quill") for i in range(4)} | {"t": host("Tobin Ashe")}
    assert len(group_documents(texts, events=True)) == 1


def test_names_count_more_than_other_words() -> None:
    """Texts that share a name are brought nearer, texts that share another word are not."""
    texts = ["A crack closed Orrin bridge.", "The mayor of Orrin spoke.", "A pipe had a crack."]
    bags = bags_of([[text, "They met in Orrin."] if "Orrin" in text else [text] for text in texts])
    plain, named = (vectors_of(bags, 30, name=name) for name in (1.0, 2.0))
    assert cosine(named[0], named[1]) > cosine(plain[0], plain[1]) > 0
    assert 0 < cosine(named[0], named[2]) < cosine(plain[0], plain[2])


def test_nothing_and_empty_texts() -> None:
    """No texts, no groups; a text without words is alone."""
    assert group_documents({}) == ()
    assert group_documents({"a": [], "b": ["The ferry sank."]}) == (("a",), ("b",))


WORDS = st.sampled_from(["ferry", "bank", "Orrin", "Veldt", "rose", "sank", "harbour", "shares"])
TEXTS = st.dictionaries(st.text("abcdef", min_size=1, max_size=3), st.lists(WORDS, max_size=6))


@settings(deadline=None, max_examples=60)
@given(TEXTS, st.randoms(use_true_random=False))
def test_any_order(texts: dict[str, list[str]], random: object) -> None:
    """Groups hold every text once and do not depend on the order of the texts."""
    keys = list(texts)
    random.shuffle(keys)  # type: ignore[attr-defined]
    for events in (False, True):
        groups = group_documents({key: [" ".join(texts[key])] for key in texts}, events=events)
        again = group_documents({key: [" ".join(texts[key])] for key in keys}, events=events)
        assert groups == again
        assert sorted(key for group in groups for key in group) == sorted(texts)
