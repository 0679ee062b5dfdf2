"""Resolve one note: the works it names, or those that the notes it points to have named.

In:  a note, the work of the note before it, the works known so far. Out: the works, the first
one the note's own, and how they were found.
"""

from __future__ import annotations

from dataclasses import dataclass

from twosource.attribute.known import Known
from twosource.attribute.pointers import IBID, OPCIT, Pointer, body_of, pointer, statements
from twosource.attribute.reference import SIGNAL, VIA, is_remark, is_whole, read_reference
from twosource.model import Note, Work
from twosource.text import fold


@dataclass(frozen=True, slots=True)
class Found:
    """What a note leads to.

    Attributes:
        works: Without repeats; the first is the note's own.
        how: "ibid", "op-cit" (another note or an earlier work is pointed to), "stated",
            "remark" (no work is named).
        waits: Labels of notes that are pointed to and not yet known.
    """

    works: tuple[Work, ...]
    how: str
    waits: tuple[str, ...] = ()


LATER = "~"  # a work that a later note may name in full


class Resolver:
    """Resolves the notes of a corpus one after the other."""

    def __init__(self, known: Known) -> None:
        self.known = known

    def resolve(self, note: Note, document: str, before: Work | None) -> Found:
        """Resolve a note; `before` is the one work of the note before it, if it has one."""
        text = body_of(note, document)
        main, rest = statements(text)
        found = self._main(main, note, before, beside=bool(rest))
        works, waits = list(found.works), list(found.waits)
        for part in rest:
            more = self._further(part, note)
            works += more.works
            waits += more.waits
        how = "op-cit" if found.how == "remark" and (works or waits) else found.how
        return Found(_distinct(works), how, tuple(waits))

    def _main(self, text: str, note: Note, before: Work | None, *, beside: bool) -> Found:
        if IBID.match(text):
            return Found((before,) if before else (), "ibid")
        parts = VIA.split(text, maxsplit=1)
        if len(parts) == 2 and len(parts[1]) > 3:
            through = self._further(parts[1].strip(" )."), note)
            if through.works or through.waits:
                return through
        if (to := pointer(text)) is not None and to.alone:
            return self._pointed(to, note)
        if (cue := OPCIT.search(text)) is not None:
            return Found(self.known.named_before(text[: cue.start()], note.source), "op-cit")
        plain = SIGNAL.sub("", text)
        if (short := self.known.short(plain, note.source)) is not None:
            return Found((short,), "short")
        if beside and is_remark(text, alone=False):
            return Found((), "remark")
        named = text[: text.find(to.head) + len(to.head)] if to and to.head else text
        return self._named(named, to, note)

    def _named(self, text: str, to: Pointer | None, note: Note) -> Found:
        """Works named in full, and what a pointer among their words adds."""
        named = read_reference(text)
        works = [self.known.merged(work) for work in named]
        waits: tuple[str, ...] = ()
        if to is not None and works:
            more = self._pointed(to, note)
            works += more.works
            waits = more.waits
        return Found(_distinct(works), "stated" if named else "remark", waits)

    def _further(self, text: str, note: Note) -> Found:
        """What a note adds: only what is known, points to a note, or is a work beyond doubt."""
        to = pointer(text)
        if to is not None and to.alone:
            return self._pointed(to, note)
        if (cue := OPCIT.search(text)) is not None:
            return Found(self.known.named_before(text[: cue.start()], note.source), "op-cit")
        if (short := self.known.short(text, note.source)) is not None:
            return Found((short,), "short")
        if (waits := self.known.is_short(text)) and not is_whole(text):
            return Found((), "op-cit", (LATER,) if waits else ())
        if is_whole(text):
            return Found(tuple(self.known.merged(work) for work in read_reference(text)), "stated")
        return Found((), "remark")

    def _pointed(self, to: Pointer, note: Note) -> Found:
        """The works of the notes pointed to, by the name that stands before them if any."""
        works: list[Work] = []
        waits: list[str] = []
        for label in to.labels:
            place = self._place(label, note)
            if place not in self.known.of:
                waits.append(label)
                continue
            keys = (self.known.of[place], *self.known.also.get(place, ()))
            works += self._by_name([self.known.works[key] for key in keys], to.head)
        if to.tail and is_whole(to.tail):
            works += [self.known.merged(work) for work in read_reference(to.tail)]
        return Found(_distinct(works), "op-cit", tuple(waits))

    @staticmethod
    def _place(label: str, note: Note) -> tuple[str, str]:
        """The note of a label, in the list that the pointing note stands in."""
        _, mark, number = note.label.partition(" (list ")
        return note.source, f"{label}{mark}{number}"

    @staticmethod
    def _by_name(works: list[Work], head: str) -> list[Work]:
        """Of the works of one note those that the head names; the first when it names none.

        A name that none of them holds shows that the number leads astray: then none.
        """
        names = [word for word in SIGNAL.sub("", head).split() if word[:1].isupper()]
        wanted = {fold(word) for word in names if len(word) > 2} - {""}
        if not wanted:
            return works[:1]
        fitting = [work for work in works if wanted & set(fold(work.text).split())]
        return fitting[:1]


def _distinct(works: list[Work]) -> tuple[Work, ...]:
    """Without repeats: one work may stand there with more notes than before."""
    return tuple({work.id: work for work in reversed(works)}.values())[::-1]
