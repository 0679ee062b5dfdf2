"""Figures that follow from others, and the near misses that must not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers import run, verdicts
from twosource.report import render, to_dict
from twosource.verify import verify_report

ROWS = [
    # texts, equations
    (("The mill killed 12 men and 5 women.", "17 people were killed at the mill."), ["12 + 5 = 17"]),
    (("12 men and 5 women were killed at the mill.", "18 people were killed at the mill."), []),
    (("12 men and 5 women were killed at the mill.", "17 people were hurt at the mill."), []),
    (("12 men and 5 women were killed at the mill.", "17 sheep were killed at the mill."), []),
    (("Revenue rose by 10.5 % to 4,655 crowns from 4,212 crowns.",), ["4655 {crown} / 4212 {crown} - 1 = 10.5 %"]),
    (("Revenue rose by 11.5 % to 4,655 crowns from 4,212 crowns.",), []),
    (("They put 402 pupils in the old hall, 401 pupils in the barn and 403 in the tower: 1,206 pupils in all.",), ["402 + 401 + 403 = 1206"]),
    (("They put 402 pupils in the old hall, 401 pupils in the barn and 403 in the tower: 1,208 pupils in all.",), []),
    (
        ("Ada Brenner was born on 14 March 1903 and died on 2 November 1987.", "Ada Brenner died aged 84."),
        ["1987-11-02 - 1903-03-14 = 84 years"],
    ),
    (("Ada Brenner was born on 14 March 1903 and died on 2 November 1987.", "Ada Brenner died aged 83."), []),
    (("Ada Brenner was born on 14 March 1903. Otto Lind died on 2 November 1987 aged 84.",), []),
    # parts of one noun in a list, the whole elsewhere
    (("Morvan Stores has 212 stores in the north and 128 in the south.", "Morvan Stores runs 340 stores."), ["212 + 128 = 340"]),
    (("Morvan Stores has 212 stores in the north and 128 in the south.", "Morvan Stores sold 340 lamps."), []),
    # two digits of the parts' own kind come about by chance
    (("The flood filled 13 cellars and 12 shops.", "The flood filled 25 shops."), []),
    # what is left of a whole
    (("Of 589 flights, 412 were cancelled; the remaining 177 ran.",), ["589 - 412 = 177"]),
    (("Of 589 flights, 412 were cancelled; 177 ferries ran.",), []),
    (("Of 589 flights, 412 were cancelled; the remaining 179 ran.",), []),
    # shares
    (("Of 589 flights, 412 (70 %) were cancelled.",), ["412 / 589 = 70 %"]),
    (("Of 589 flights, 412 (72 %) were cancelled.",), []),
    (("Registered voters: 41,730. Votes cast: 28,461. Turnout: 68.2 %.",), ["28461 / 41730 = 68.2 %"]),
    (("Registered voters: 41,730. Votes cast: 28,461. Turnout: 68 %.",), []),  # too coarse to tell
    # changes, steps and earlier levels
    (("| item | 2022 | 2021 | change |\n|---|---|---|---|\n| Revenue | 312.4 | 287.9 | +8.5% |",), ["312.4 / 287.9 - 1 = 8.5 %"]),
    (("| item | 2022 | 2021 | change |\n|---|---|---|---|\n| Revenue | 312.4 | 287.9 | -8.5% |",), []),  # it rose
    (("The price rose by 443 crowns to 4,655 crowns from 4,212 crowns.",), ["4655 {crown} - 4212 {crown} = 443 {crown}"]),
    (("The price rose by 443 crowns to 4,655 crowns from 4,213 crowns.",), []),
    (("Morvan Stores employs 2,640 people, 75 fewer than a year before.", "In 2021 Morvan Stores employed 2,715 people."), ["2640 + 75 = 2715"]),
    (("Morvan Stores employs 2,640 people, 75 more than a year before.", "In 2021 Morvan Stores employed 2,715 people."), []),
    # so many times so much
    (("They sold 1,200 tickets at 15 crowns each for 18,000 crowns.",), ["1200 * 15 {crown} = 18000 {crown}"]),
    (("They sold 1,200 tickets at 15 crowns each for 19,000 crowns.",), []),
    # years between
    (("In 1994 Ada Brenner broke the 29-year record that Otto Lind had set in 1965.",), ["1994 - 1965 = 29 years"]),
    (("In 1994 Ada Brenner broke the 28-year record that Otto Lind had set in 1965.",), []),
    (("Ada Brenner was born in 1903.", "Ada Brenner, aged 41, won the Halden Medal in 1944."), ["1944 - 1903 = 41 years"]),
    (("Ada Brenner was born in 1903.", "Ada Brenner, aged 43, won the Halden Medal in 1944."), []),
    # two units
    (("The tower is 31 m (102 ft) high.",), ["31 m * 3.28084 = 102 [ft_i]"]),
    (("The tower is 31 m (112 ft) high.",), []),
    # two currencies at a stated rate
    (("The mill cost $1.2 million (about EUR 1.1 million) at 1.09 dollars to the euro.",), ["1100000 EUR * 1.09 USD = 1200000 USD"]),
    (("The city paid 37,000 euros, at $1.09 per euro, or $40,330.",), ["37000 EUR * 1.09 USD/EUR = 40330 USD"]),
    (("The mill cost $1.2 million (about EUR 1.6 million) at 1.09 dollars to the euro.",), []),
    (("The mill cost $1.2 million (about EUR 1.1 million).",), []),  # no rate is stated
    (("The mill cost $1.2 million (about EUR 1.1 million) at 1.09 dollars to the pound.",), []),
    # the share of the others
    (("Of 589 flights, 412 were cancelled on Friday.", "On Friday 30 % of flights ran as planned."), ["1 - 412 / 589 = 30 %"]),
    (("On Friday 412 of 589 flights were cancelled.", "On Friday 30 % of flights ran as planned."), ["1 - 412 / 589 = 30 %"]),
    (("Of 589 flights, 412 were cancelled on Friday.", "On Friday 30 % of ferries ran as planned."), []),
    (("Of 589 flights, 412 were cancelled on Friday.", "On Friday 30 % of flights were cancelled."), []),
    (("Of 589 flights, 412 were cancelled on Friday.", "On Friday 35 % of flights ran as planned."), []),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "equations"), ROWS)
def test_derivations(tmp_path: Path, texts: tuple[str, ...], equations: list[str]) -> None:
    form = "md" if texts[0].startswith("|") else "txt"
    report = run(tmp_path, {f"{n}.{form}": f"{text}\n" for n, text in enumerate(texts)})
    assert sorted({row.equation for row in report.derivations}) == equations
    known = {item.id for item in report.assertions}
    assert all({*row.parts, row.result} <= known for row in report.derivations)
    assert verify_report(to_dict(report), tmp_path) == ()


def test_they_are_shown(tmp_path: Path) -> None:
    data = to_dict(run(tmp_path, {"a.txt": ROWS[6][0][0] + "\n"}))
    for form in ("text", "markdown", "html"):
        assert "Follows by arithmetic: 1" in render(data, form)


MISFITS = [
    # a sentence, what CR302 says of it; "" when it is silent
    ("12 men and 5 women, 18 people in all, were killed at the mill.", "12 + 5 = 17; it says 18 in all"),
    ("12 men and 5 women, 17 people in all, were killed at the mill.", ""),
    ("12 men and 5 women were killed, and 18 people were hurt.", ""),
    ("About 12 men and 5 women, 18 people in all, were killed.", ""),  # hedged
    ("In 1987 12 men and 5 women, 18 people in all, were killed.", ""),  # another figure may be meant
    ("The bridge is 204 m (869 ft) long.", "204 m is 669 [ft_i]; it says 869 [ft_i]"),
    ("The bridge is 204 m (670 ft) long.", ""),
    ("The bridge is 204 m (869 ft above the sea) long.", ""),
    ("The mill cost $1.2 million (EUR 2.1 million) at 1.09 dollars to the euro.", "2100000 EUR at 1.09 USD is 2289000 USD; it says 1200000 USD"),
    ("The mill cost $1.2 million (EUR 1.1 million) at 1.09 dollars to the euro.", ""),
    ("The mill cost $1.2 million and the roof EUR 2.1 million.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), MISFITS)
def test_what_does_not_add_up(tmp_path: Path, text: str, said: str) -> None:
    """Only where the words themselves state the equation."""
    report = run(tmp_path, {"a.txt": f"{text}\n"})
    assert [row.message for row in report.diagnostics if row.rule == "CR302"] == [said][
        : bool(said)
    ]


def test_arithmetic_confirms(tmp_path: Path) -> None:
    """One paper's total and another's parts are two origins; one paper's are not."""
    whole, parts = "17 people were killed at the mill.\n", "The mill killed 12 men and 5 women.\n"
    report = run(tmp_path, {"a.txt": whole, "b.txt": parts})
    assert ("agree", "derived") in verdicts(report, "17")
    (tmp_path / "one").mkdir()
    alone = run(tmp_path / "one", {"a.txt": whole + parts})
    assert verdicts(alone, "17") == {("single-citation", "one-source")}
    same = "".join(f'[[source]]\npath = "{n}.txt"\npublisher = "City Post"\n' for n in "ab")
    report = run(tmp_path, {"a.txt": whole, "b.txt": parts}, same)
    assert ("agree", "derived") not in verdicts(report, "17")
