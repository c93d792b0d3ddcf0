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

from claimkb.assist.cuewords import content_of, stems
from claimkb.assist.drafted import Drafted
from claimkb.assist.fuller import as_quoted
from claimkb.assist.grounding import ORDER, Failure, Ground, grounded, has_pronoun, order
from claimkb.assist.holders import other_holder, same_holder
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
    SentenceRole,
    Stance,
    Theme,
    Verdict,
)

CONTEXT_SENTENCES = 3  # before the quote: how far back its pronouns may reach

NOT_THERE = "quote"
NOT_READ = "reading"
CONTRADICTED = "denied by its quote"
GUESSED = "whom a pronoun of the quote stands for is the model's guess"


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
        if self._is_question(place):
            return Rejected(draft, Failure(NOT_READ, "the text asks it"))
        read = self._read(draft.claim)
        shorter = as_quoted(draft.claim, quote, text)
        failure = self._ungrounded(
            replace(draft, claim=shorter, quote=quote),
            place,
            read if shorter == draft.claim else self._read(shorter),
        )
        if failure is None and len(read) != 1:
            failure = Failure(NOT_READ, f"the rules read {len(read)} claims in it")
        if failure is not None:
            return Rejected(draft, failure)
        against = self.judging([c for c in self.known if _overlap(c, place)], read)
        if against.kind is RelationKind.CONTRADICTION:
            return Rejected(draft, Failure(CONTRADICTED, against.reason))
        made = self._claim(draft, place, quote, read[0])
        guessed = self._is_guessed(draft.claim, quote, place)
        return replace(made, ambiguous=True, notes=(*made.notes, GUESSED)) if guessed else made

    def _ungrounded(self, draft: Drafted, place: Place, read: Sequence[Claim]) -> Failure | None:
        """The check that a claim fails on its quote; None if that bears it out, or a part of it that the rules read.

        A quote of two clauses has marks that only one of them means: what the
        rules split off is the ground for a claim about that part.
        """
        around = [claim for claim in self.known if _overlap(claim, place)]
        whole = self._ground(draft.quote, place, around)
        failure = grounded(draft, whole, besides=ORDER)
        if failure is None:
            return self._misread(draft, whole, read, around)
        for part in around:
            ground = replace(whole, quote=part.text)
            inside = place.start <= part.start and part.end <= place.end
            fits = inside and grounded(draft, ground, besides=ORDER) is None
            if fits and self._misread(draft, ground, read, [part]) is None:
                return None
        return failure

    def _misread(
        self, draft: Drafted, ground: Ground, read: Sequence[Claim], parts: Sequence[Claim]
    ) -> Failure | None:
        """Why the rules do not read in the quote what they read in the claim: its order, or its holder.

        `parts` are the rules' claims that the quote is a part of, or that are parts of it.
        """
        if len(read) != 1:
            return Failure(NOT_READ, f"the rules read {len(read)} claims in it")
        same = [part for part in parts if same_roles(read[0], part)]
        if same:
            held = any(same_holder(draft, part, read[0], ground) for part in same)
            return None if held else other_holder(same[0])
        alone = self._read(ground.quote)
        if any(same_roles(read[0], part) and same_holder(draft, part, read[0], ground) for part in alone):
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

    def _is_guessed(self, claim: str, quote: str, place: Place) -> bool:
        """Whether the model says for whom a pronoun stands that the rules left open."""
        ground = self._ground(quote, place, [known for known in self.known if _overlap(known, place)])
        said = stems(" ".join(content_of(claim)))
        return ground.open and has_pronoun(quote) and not said <= stems(f"{quote} {ground.near}")

    def _is_question(self, place: Place) -> bool:
        return any(
            s.role is SentenceRole.QUESTION and s.start < place.end and place.start < s.end
            for s in self.sentences
        )

    def _ground(self, quote: str, place: Place, around: Sequence[Claim]) -> Ground:
        """A quote with its sentence and what the rules resolved there, the title and the sentences before it."""
        index = self._sentence(place).index
        text = self.document.text
        own = [text[s.start : s.end] for s in self.sentences if s.start < place.end and place.start < s.end]
        before = [
            text[s.start : s.end] for s in self.sentences if index - CONTEXT_SENTENCES <= s.index < index
        ]
        resolved = [claim.text for claim in around]
        holders = [claim.holder.text for claim in around if claim.holder]
        return Ground(
            quote,
            near=" ".join([*own, *resolved]),
            context=" ".join([self.document.source.title or "", *before]),
            open=not resolved or any(map(has_pronoun, [*resolved, *holders])),
            holders=tuple(holders),
            reported=bool(around) and len(holders) == len(around),
        )


def _amount(quantity: Quantity) -> tuple[float | None, float | None]:
    return quantity.low, quantity.high


def _overlap(claim: Claim, place: Place) -> bool:
    return claim.start < place.end and place.start < claim.end


def _stance(read: Claim, holder: Holder | None) -> Stance:
    """A model says who holds a claim; that the author endorses or rejects it is only taken from the words."""
    if holder is None:
        return Stance.ASSERTS
    return read.stance if read.stance in {Stance.REJECTS, Stance.ENDORSES} else Stance.REPORTS
