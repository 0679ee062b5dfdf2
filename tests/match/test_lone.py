"""A report that was linked to nothing joins the event it resembles most; what does not stays out."""

from __future__ import annotations

import pytest

from twosource import group_documents

OTHERS = (
    "Rain fell on the northern hills all week.",
    "Shares of Morvik Steel rose after the merger.",
    "A comet was seen over the southern sea.",
    "Tickets for the tram will cost more in spring.",
    "The museum lent a painting of a horse to a gallery.",
)
BRIDGE = (
    "A bridge over the Sarn collapsed at Ellmoor on Monday, police said.",
    "The Sarn bridge at Ellmoor fell under two lorries.",
    "Divers searched the Sarn after the bridge at Ellmoor fell.",
    "The collapse of the Ellmoor bridge closed the road along the Sarn.",
)
CUP = (
    "Karlsby beat Orrin 3-1 in the cup final, Mara Quill scoring twice.",
    "Mara Quill scored two goals as Karlsby won the cup against Orrin.",
    "The cup went to Karlsby after a 3-1 win over Orrin.",
    "Two goals by Quill gave Karlsby the cup; Orrin had led.",
)
COURT = (
    "A court in Ardle jailed banker Tobin Ashe for fraud.",
    "Tobin Ashe, who ran the Ardle Savings bank, was jailed for fraud.",
    "The Ardle court found Ashe guilty of fraud and jailed the banker.",
    "Banker Ashe goes to jail for eight years, the Ardle court ruled.",
)
CASES = [  # reports of an event, a report with much of its own, a report of another event
    (
        BRIDGE,
        "Engineers had warned for years that rust was eating the old steel at Ellmoor, yet three "
        "ministers put off the repair, a former mayor wrote in a letter that an archive found "
        "behind a shelf of maps, plans and torn posters.",
        "A tender to paint the old railway bridge near Tarn was withdrawn.",
    ),
    (
        CUP,
        "Fans of Karlsby danced in the fountain until morning after the trophy was lifted, a "
        "baker handed out warm rolls, a band played on a roof.",
        "Veldt drew with Halden in a league match without goals.",
    ),
    (
        COURT,
        "Savers who lost everything cheered outside when Ashe was led away in handcuffs by "
        "guards, some waving old passbooks, others singing.",
        "A court in Veldt fined a baker who sold short loaves.",
    ),
]


@pytest.mark.parametrize(("reports", "lone", "other"), CASES)
def test_a_lone_report_joins_its_event(reports: tuple[str, ...], lone: str, other: str) -> None:
    """Names in common bring it there; a word of the same sort of event does not."""
    texts = {f"n{i}": [text] for i, text in enumerate(OTHERS)}
    texts |= {f"r{i}": [text] for i, text in enumerate(reports)}
    groups = group_documents({**texts, "lone": [lone], "other": [other]}, events=True)
    assert [group for group in groups if len(group) > 1] == [("lone", "r0", "r1", "r2", "r3")]
