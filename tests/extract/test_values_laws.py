"""Laws of reading values, over texts put together from the words and signs that values are made of."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.extract.values import read_values

WORDS = (
    "one two five ten twenty hundred thousand million dozen and a half quarter third thirds point of the to in out "
    "between about more than - , . 5 12 3.5 1,200 1/2 ½ % $ € km m hours years old aged people first 2nd 10^6 k bn "
    "(5) [3] page day 2-1 4:3 6'2\" x per May March 30 2014 1990 90s ' s year month week Friday Sundays last next "
    "this that following ago later before early mid end Q3 2Q H1 century BC Easter yesterday 04:17 pm noon minutes past "
    "from UTC + until since 2014-05-12 12/05/2014 3/27 couple few fiscal ended"
)
TEXTS = st.lists(
    st.tuples(st.sampled_from(WORDS.split()), st.sampled_from([" ", " ", " ", "", "-"])),
    min_size=1,
    max_size=9,
).map(lambda parts: "".join(word + gap for word, gap in parts))


@settings(max_examples=400, deadline=None)
@given(TEXTS, st.sampled_from([None, "2016-11-07", "2016", "1500-02-28"]))
def test_any_text_is_read(text: str, reference: str | None) -> None:
    """Reading ends well; mentions stand in order, apart, inside the text."""
    found = read_values(text, reference=reference)
    places = [(mention.start, mention.end) for mention in found]
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(one[1] <= two[0] for one, two in pairwise(places))
