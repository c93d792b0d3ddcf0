"""From a model's grounded words to a claim with every attribute that the rules' claims have.

The model gives words and a place; everything else is read off by the same
annotators as always, so that both kinds of claims can be compared: amounts
and dates from the quote at its place in the document, the frame, polarity,
modality and label from the claim's own words. What the annotators make of it
must still be what the quote says: where the rules read the quote as denying
the claim, it is refused.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from claimkb.assist.cuewords import beside_report, content_of, stem, stems
from claimkb.assist.drafted import Drafted
from claimkb.assist.grounding import ORDER, Failure, Ground, grounded, order
from claimkb.assist.locate import Place, locate
from claimkb.assist.roles import in_one_run, same_roles
from claimkb.extract.dates import find_dates
from claimkb.extract.identity import claim_id
from claimkb.extract.quantities import find_quantities
from claimkb.extract.themes import tag_themes
from claimkb.model import (
    Claim,
    Document,
    EntityMention,
    Extraction,
    Holder,
    Quantity,
    RelationKind,
    Sentence,
    Stance,
    Theme,
    Verdict,
)

CONTEXT_SENTENCES = 3  # before the quote: how far back its pronouns may reach

NOT_THERE = "quote"
NOT_READ = "reading"
CONTRADICTED = "denied by its quote"


class Reading(Protocol):
    """What makes claims of a text: the rules' extractor."""

    def extract(self, document: Document, themes: Sequence[Theme]) -> Extraction:
        """The sentences and claims of a document."""


# The verdict of the rules on the claims of two texts.
Judging = Callable[[Sequence[Claim], Sequence[Claim]], Verdict]


@dataclass(frozen=True, slots=True)
class Rejected:
    """A model's claim that was not taken, with the check it failed and what was found."""

    draft: Drafted
    failure: Failure


@dataclass(frozen=True, slots=True)
class Builder:
    """Makes claims for one document.

    `known` is what the rules found in it, sorted by place; `made_with` is what
    each claim remembers of how its model was reached and asked.
    """

    document: Document
    sentences: Sequence[Sentence]
    known: Sequence[Claim]
    themes: Sequence[Theme]
    extractor: str
    reading: Reading
    judging: Judging
    made_with: str = ""

    def build(self, draft: Drafted, start: int = 0, end: int | None = None) -> Claim | Rejected:
        """The claim of a draft, or why it is none; its quote is looked for in `text[start:end]`."""
        text = self.document.text
        place = locate(draft.quote, text, start, end)
        if place is None:
            return Rejected(draft, Failure(NOT_THERE, "the quote is not in the text"))
        quote = text[place.start : place.end]
        read = self._read(draft.claim)
        failure = self._ungrounded(replace(draft, quote=quote), place, read)
        if failure is not None:
            return Rejected(draft, failure)
        against = self.judging([c for c in self.known if _overlap(c, place)], read)
        if against.kind is RelationKind.CONTRADICTION:
            return Rejected(draft, Failure(CONTRADICTED, against.reason))
        return self._claim(draft, place, quote, read[0])

    def _ungrounded(self, draft: Drafted, place: Place, read: Sequence[Claim]) -> Failure | None:
        """The check that a claim fails on its quote; None if that bears it out, or a part of it that the rules read.

        A quote of two clauses has marks that only one of them means: what the
        rules split off is the ground for a claim about that part.
        """
        near, context = self._context(place)
        parts = [claim for claim in self.known if place.start <= claim.start and claim.end <= place.end]
        whole = Ground(draft.quote, near, context)
        failure = grounded(draft, whole, besides=ORDER)
        if failure is None:
            return self._misread(draft, whole, read, parts)
        for part in parts:
            ground = Ground(part.text, near, context)
            if grounded(draft, ground, besides=ORDER) is None and not self._misread(
                draft, ground, read, [part]
            ):
                return None
        return failure

    def _misread(
        self, draft: Drafted, ground: Ground, read: Sequence[Claim], parts: Sequence[Claim]
    ) -> Failure | None:
        """Why the rules do not read in the quote what they read in the claim: its order, or its holder."""
        if len(read) != 1:
            return Failure(NOT_READ, f"the rules read {len(read)} claims in it")
        same = [part for part in parts if same_roles(read[0], part)]
        if same:
            return None if any(_same_holder(draft, part, ground) for part in same) else _other_holder(same[0])
        alone = self._read(ground.quote)
        if any(same_roles(read[0], part) and _same_holder(draft, part, ground) for part in alone):
            return None
        if not parts and not alone and in_one_run(draft.claim, ground.quote):
            return None
        found = order(draft, ground) or "the rules read something else in the quote"
        return Failure(ORDER, found)

    def _read(self, words: str) -> tuple[Claim, ...]:
        sentence = words if words.endswith((".", "!", "?")) else f"{words}."
        document = replace(self.document, text=sentence)
        return self.reading.extract(document, ()).claims

    def _claim(self, draft: Drafted, place: Place, quote: str, read: Claim) -> Claim:
        holder = Holder(draft.holder, draft.holder.lower()) if draft.holder else read.holder
        key = f"{holder.key if holder else ''}\x1f{self.extractor}"
        published = self.document.source.published
        amounts = {_amount(q) for q in find_quantities(draft.claim)}
        times = {(d.start, d.end) for d in find_dates(draft.claim, published=published)}
        return replace(
            read,
            id=claim_id(self.document.hash, place.start, place.end, draft.claim, key),
            text=draft.claim,
            as_written=quote,
            quote=quote,
            start=place.start,
            end=place.end,
            sentence=self._sentence(place).index,
            holder=holder,
            stance=_stance(read, holder),
            quantities=tuple(q for q in find_quantities(quote, offset=place.start) if _amount(q) in amounts),
            dates=tuple(
                d
                for d in find_dates(quote, published=published, offset=place.start)
                if (d.start, d.end) in times
            ),
            entities=tuple(self._placed(read.entities, place, quote)),
            themes=tag_themes(draft.claim, self.themes),
            extractor=self.extractor,
            notes=(f"written by {self.extractor}{self.made_with and f' ({self.made_with})'}", *read.notes),
        )

    def _placed(self, entities: Sequence[EntityMention], place: Place, quote: str) -> list[EntityMention]:
        """The names of a claim where its quote has them, else where the document first does."""
        placed = []
        for mention in entities:
            at = quote.find(mention.text)
            at = place.start + at if at >= 0 else self.document.text.find(mention.text)
            if at >= 0:
                placed.append(replace(mention, start=at, end=at + len(mention.text)))
        return sorted(set(placed), key=lambda m: (m.start, m.end, m.name))

    def _sentence(self, place: Place) -> Sentence:
        return next((s for s in reversed(self.sentences) if s.start <= place.start), self.sentences[0])

    def _context(self, place: Place) -> tuple[str, str]:
        """The sentence of a quote with what the rules resolved in it, and the title and sentences before it."""
        index = self._sentence(place).index
        text = self.document.text
        own = [text[s.start : s.end] for s in self.sentences if s.start < place.end and place.start < s.end]
        before = [
            text[s.start : s.end] for s in self.sentences if index - CONTEXT_SENTENCES <= s.index < index
        ]
        resolved = [claim.text for claim in self.known if _overlap(claim, place)]
        return " ".join([*own, *resolved]), " ".join([self.document.source.title or "", *before])


def _same_holder(draft: Drafted, part: Claim, ground: Ground) -> bool:
    """Whether a claim is given to whom the rules give it, or to whom its own sentence lets speak."""
    given = set(map(stem, content_of(draft.holder)))
    holds = set(map(stem, content_of(part.holder.text))) if part.holder else set()
    if given & holds or (holds and holds <= stems(draft.claim)):
        return True
    return beside_report(draft.holder, ground.near) if given else part.holder is None


def _other_holder(part: Claim) -> Failure:
    said = f"the text lets {part.holder.text!r} say it" if part.holder else "the author says it"
    return Failure("holder", said)


def _amount(quantity: Quantity) -> tuple[float | None, float | None]:
    return quantity.low, quantity.high


def _overlap(claim: Claim, place: Place) -> bool:
    return claim.start < place.end and place.start < claim.end


def _stance(read: Claim, holder: Holder | None) -> Stance:
    """A model says who holds a claim; that the author endorses or rejects it is only taken from the words."""
    if holder is None:
        return Stance.ASSERTS
    return read.stance if read.stance in {Stance.REJECTS, Stance.ENDORSES} else Stance.REPORTS
