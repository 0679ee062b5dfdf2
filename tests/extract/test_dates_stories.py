"""Whole stories, as a newspaper and a handbook tell them: every date of each, in order."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from twosource.model import DateValue
from twosource.pipeline import read_all_values

NEWS = (
    "2013-03-14",
    "Harbour Lines said on Thursday it will close two routes by the end of April, a month after "
    "the death of its founder. The company, founded in 1952, carried 1.2 million passengers in "
    "2012, down from 1.5 million a year earlier. Founder Karl Brandt died on 11 February at the "
    "age of 91. He had run the firm from 1952 until 1988, when his daughter took over.\n\n"
    "The first route, opened in May 1961, will end on 31 March. The second will stop running on "
    "28 April. A strike in November had already cost the firm 2 million euros. In the fourth "
    "quarter it lost 4 million euros. In January, it borrowed 10 million euros from a bank.\n\n"
    "The board met on 4 March and again the following Monday. Staff were told on Tuesday of last "
    "week. In 2009, three people died when the ferry Astra sank on 7 June. An inquiry ended the "
    "following year. The wreck was raised in September 2010 and scrapped that winter. On 2 "
    "February this year a court fined the firm. The next hearing is due in May.",
    "2013-03-14 ../2013-04 1952 2012 2011 2013-02-11 1952/1988 1961-05 2013-03-31 2013-04-28 "
    "2012-11 2012-36 2013-01 2013-03-04 2013-03-11 2013-03-05 2009 2009-06-07 2010 2010-09 "
    "2010-24 2013-02-02 2013-05",
)
LIFE = (
    None,
    "Maria Lund (3 May 1867 - 9 October 1934) was a chemist. Born in Harwick, she moved to Ostby "
    "in 1885. In the spring of 1889 she began to study; two years later she took her degree. She "
    "married in June 1893. Her first child was born the following March. In 1903 she and her "
    "husband won the Brandt Prize, and in November of that year they moved again. Her husband "
    "died on 19 April 1906. In May she took over his post. From August 1914 to November 1918 she "
    "did no research. By the mid-1920s the laboratory employed forty people. She visited America "
    "in October 1929, when she was received on the 31st. In early 1934 she fell ill. She spent "
    "that summer at Sanna, and died on 9 October. A year later her daughter won the same prize.",
    "1867-05-03/1934-10-09 1885 1889-21 1891 1893-06 1894-03 1903 1903-11 1906-04-19 1906-05 "
    "1914-08/1918-11 ../192X 1929-10 1929-10-31 1934 1934-22 1934-10-09 1935",
)


SEASON = (
    "2016-05-30",
    "Rovers finished fourth in the 2015-16 season, their best since 1998. They won 2-1 on 12 "
    "September and drew 1-1 the following Saturday. In December they lost four in a row. Coach "
    "Ivo Pahl, appointed in June 2014, signed a new contract in January until 2018. The stadium "
    "was built in 1931 and enlarged in 1974. A crowd of 21,304 saw the last match on 8 May. "
    "Captain Tom Reed, 31, joined from City three years ago. He scored in the first half against "
    "United on 2 April. In the 1950s the club won the cup twice, in 1952 and 1957. The club was "
    "founded on 3 March 1899 and played its first match that autumn. Season tickets go on sale on "
    "1 July and training starts on 27 June.",
    "2015/2016 1998/.. 2015-09-12 2015-09-19 2015-12 2014-06 2016-01 ../2018 1931 1974 2016-05-08 "
    "2013 2016-04-02 195X 1952 1957 1899-03-03 1899-23 2016-07-01 2016-06-27",
)


@pytest.mark.parametrize(("date", "text", "dates"), [NEWS, LIFE, SEASON])
def test_story(tmp_path: Path, date: str | None, text: str, dates: str) -> None:
    """Each date is of the year that a careful reader gives it."""
    path = tmp_path / "told.jsonl"
    row = {"id": "told", "text": text} | ({"date": date} if date else {})
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    rows, _ = read_all_values([path])
    found = [row.value.edtf for row in rows if isinstance(row.value, DateValue)]
    assert " ".join(found) == dates
