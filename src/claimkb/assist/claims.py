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

from claimkb.assist.grounding import Drafted, Failure, Ground, grounded
from claimkb.assist.locate import Place, locate
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
    """Makes claims for one document; `known` is what the rules found in it, sorted by place."""

    document: Document
    sentences: Sequence[Sentence]
    known: Sequence[Claim]
    themes: Sequence[Theme]
    extractor: str
    reading: Reading
    judging: Judging

    def build(self, draft: Drafted, start: int = 0, end: int | None = None) -> Claim | Rejected:
        """The claim of a draft, or why it is none; its quote is looked for in `text[start:end]`."""
        text = self.document.text
        place = locate(draft.quote, text, start, end)
        if place is None:
            return Rejected(draft, Failure(NOT_THERE, "the quote is not in the text"))
        quote = text[place.start : place.end]
        failure = grounded(replace(draft, quote=quote), Ground(quote, *self._context(place)))
        if failure is not None:
            return Rejected(draft, failure)
        read = self._read(draft.claim)
        if len(read) != 1:
            found = f"the rules read {len(read)} claims in it"
            return Rejected(draft, Failure(NOT_READ, found))
        against = self.judging([c for c in self.known if _overlap(c, place)], read)
        if against.kind is RelationKind.CONTRADICTION:
            return Rejected(draft, Failure(CONTRADICTED, against.reason))
        return self._claim(draft, place, quote, read[0])

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
            notes=(f"written by {self.extractor}", *read.notes),
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


def _amount(quantity: Quantity) -> tuple[float | None, float | None]:
    return quantity.low, quantity.high


def _overlap(claim: Claim, place: Place) -> bool:
    return claim.start < place.end and place.start < claim.end


def _stance(read: Claim, holder: Holder | None) -> Stance:
    """A model says who holds a claim; that the author endorses or rejects it is only taken from the words."""
    if holder is None:
        return Stance.ASSERTS
    return read.stance if read.stance in {Stance.REJECTS, Stance.ENDORSES} else Stance.REPORTS
