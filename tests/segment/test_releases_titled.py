"""The body that a title says is speaking."""

from __future__ import annotations

import pytest

from twosource.segment.releases import named_in_title

TITLES = [
    ("Statement of the Harn Relief Fund", "Harn Relief Fund"),
    ("Press statement by the Ministry of Works", "Ministry of Works"),
    ("Open letter from the Dockers' Union of Harn", "Dockers' Union of Harn"),
    ("Statement of the witness", None),
    ("Statement of Anna Berg", None),  # a person
    ("Letter from Harn", None),  # a place
    ("Harn Relief Fund loses its licence", None),
    ("The statement of the Harn Relief Fund was false", None),
    (None, None),
]


@pytest.mark.parametrize(("title", "body"), TITLES)
def test_named_in_title(title: str | None, body: str | None) -> None:
    assert named_in_title(title) == body
