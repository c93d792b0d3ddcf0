"""From a document to its claims: the stages of extraction in their order.

Blocks are found in the canonical text, prose is parsed line by line, every
sentence is split into clauses, speakers are spread over quotations, pronouns
resolved in reading order, and each clause becomes a claim. A sentence that
gives none is recorded with the reason.
"""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from claimkb.extract import DEFAULT_MODEL
from claimkb.extract.annotations import Annotations
from claimkb.extract.blocks import Block, find_blocks
from claimkb.extract.build import Setting
from claimkb.extract.dates import find_dates
from claimkb.extract.entities import EntityFinder
from claimkb.extract.introduced import DESCRIBED
from claimkb.extract.label_words import text_names
from claimkb.extract.language import check_english
from claimkb.extract.listing import is_item
from claimkb.extract.lost_verbs import acts
from claimkb.extract.marks import quoted_places
from claimkb.extract.metadata import infer_metadata, with_inferred
from claimkb.extract.parse import Parser
from claimkb.extract.quantities import find_quantities
from claimkb.extract.quotation import QuotedSentence, spread_speakers, stands_inside
from claimkb.extract.read_sentence import read_sentence
from claimkb.extract.repair import repair
from claimkb.extract.resolution import Reference
from claimkb.extract.resolve import references_in, resolve
from claimkb.extract.sentences import (
    ReadSentence,
    endorse,
    insert,
    reject,
    sentence_claims,
)
from claimkb.extract.spacing import closed_up, is_spaced_out
from claimkb.extract.speakers import speak, turn_name
from claimkb.extract.themes import Tagger
from claimkb.extract.tree import Tree
from claimkb.extract.units import Unit, cut_units
from claimkb.extract.voices import persons_of
from claimkb.model import (
    Claim,
    Document,
    EntityMention,
    Extraction,
    Sentence,
    SentenceRole,
    Theme,
)


class Extractor:
    """Extracts claims with one spaCy pipeline; `aliases` maps further names to canonical ones."""

    def __init__(self, model: str = DEFAULT_MODEL, *, aliases: dict[str, str] | None = None) -> None:
        self._parser = Parser(model)
        self._finder = EntityFinder(aliases)
        self._is_warm = False

    @property
    def parser(self) -> str:
        """Name and version of the pipeline."""
        return self._parser.version

    def extract(self, document: Document, themes: Sequence[Theme] = ()) -> Extraction:
        """The sentences and claims of a document.

        Raises LanguageError if the text is not English.
        """
        check_english(document.text)
        with self._parser.document(), _uncollected():
            extraction = self._extract(document, themes)
        if not self._is_warm:
            gc.freeze()  # the model and the lexicons are never garbage, and need not be searched for any
            self._is_warm = True
        return extraction

    def references(self, document: Document) -> list[Reference]:
        """What the pronouns and descriptions of a text were found to stand for, or left open, in text order."""
        with self._parser.document():
            blocks = find_blocks(document.text)
            read, found = self._read(document, blocks)
            _speakers(document.text, read, found)
            return references_in(resolve(document.text, blocks, read, found))

    def _extract(self, document: Document, themes: Sequence[Theme]) -> Extraction:
        text = document.text
        blocks = find_blocks(text)
        document = replace(document, source=with_inferred(document.source, infer_metadata(text, blocks)))
        read, found = self._read(document, blocks)
        _speakers(text, read, found)
        reject(read)
        endorse(read)
        sentences, claims = self._claims(document, themes, blocks, read, found)
        return Extraction(document, tuple(sentences), tuple(claims), self.parser)

    def _read(self, document: Document, blocks: tuple[Block, ...]) -> tuple[list[ReadSentence], Annotations]:
        text = document.text
        prose = [b for b in blocks if b.role is SentenceRole.CLAIMS]
        cut = closed_up if is_spaced_out(text) else cut_units
        units: list[tuple[Block, Unit]] = []
        for block in prose:
            main, inserts = cut(text[block.body : block.end], block.body)
            units += [(block, main), *((block, i) for i in inserts)]
        lines: list[tuple[EntityMention, ...]] = []
        parsed: list[list[Tree]] = []
        for (_, unit), (line, trees) in zip(units, self._parser.parse([u for _, u in units]), strict=True):
            lines.append(_placed(self._finder.find(line, offset=0), unit, text))
            parsed.append(trees)
        read: list[ReadSentence] = []
        hosts: list[ReadSentence] = []
        for (block, unit), mended in zip(units, self._mended([b for b, _ in units], parsed), strict=True):
            if unit.anchor is None:
                hosts = [read_sentence(tree, block, text) for tree in mended]
                read += hosts
            else:
                insert(mended, unit, hosts)
        linked = self._finder.link(lines, text)
        published = document.source.published
        return read, Annotations(
            tuple(q for b in prose for q in find_quantities(text[b.body : b.end], offset=b.body)),
            tuple(
                d for b in prose for d in find_dates(text[b.body : b.end], published=published, offset=b.body)
            ),
            tuple(sorted((m for line in linked for m in line), key=lambda m: (m.start, m.end))),
        )

    def _mended(self, blocks: Sequence[Block], parsed: Sequence[list[Tree]]) -> list[list[Tree]]:
        """The sentences of each unit, their verbs recovered (but for bare list items) and their trees repaired."""
        bare = {
            id(trees[0])
            for block, trees in zip(blocks, parsed, strict=True)
            if trees and block.item is not None and block.intro is not None and not acts(trees[0])
        }
        doubted = [tree for trees in parsed for tree in trees if id(tree) not in bare]
        recovered = iter(self._parser.recover_verbs(doubted))
        return [[repair(t if id(t) in bare else next(recovered)) for t in trees] for trees in parsed]

    def _claims(
        self,
        document: Document,
        themes: Sequence[Theme],
        blocks: tuple[Block, ...],
        read: list[ReadSentence],
        found: Annotations,
    ) -> tuple[list[Sentence], list[Claim]]:
        names = text_names(found.entities)
        persons = persons_of(found.entities)
        tagger = Tagger(themes)
        sentences: list[Sentence] = []
        claims: dict[str, Claim] = {}
        described: set[str] = set()  # "nominee Ann Lee", which a text may say each time that it names her
        intro: ReadSentence | None = None
        heading = ""
        todo = resolve(document.text, blocks, read, found)
        said = {node: words for _, resolved in todo for node, words in resolved.words.items()}
        for block in blocks:
            if block.role is not SentenceRole.CLAIMS:
                sentences.append(Sentence(len(sentences), block.start, block.end, block.role, block.reason))
                heading = (
                    document.text[block.start : block.end]
                    if block.role in {SentenceRole.HEADING, SentenceRole.TITLE}
                    else heading
                )
                continue
            setting = Setting(document.text, document.hash, tagger, found, heading, names, persons, said)
            while todo and todo[0][0].tree.start < block.end:
                item, resolved = todo.pop(0)
                made = sentence_claims(item, len(sentences), resolved, setting, intro)
                for claim in made:
                    if DESCRIBED not in claim.notes or claim.text not in described:
                        claims.setdefault(claim.id, claim)
                    described |= {claim.text} if DESCRIBED in claim.notes else set()
                role = item.role if not made else SentenceRole.CLAIMS
                if not made and role is SentenceRole.CLAIMS:
                    role, item.reason = SentenceRole.FRAGMENT, item.reason or "no predicate found"
                sentences.append(
                    Sentence(
                        len(sentences), item.tree.start, item.tree.end, role, "" if made else item.reason
                    )
                )
                if made and not is_item(item.tree) and item.block.item is None:
                    intro = item
        return sentences, sorted(claims.values(), key=lambda c: (c.start, c.end, c.id))


@contextmanager
def _uncollected() -> Iterator[None]:
    """No search for garbage within: what reading a document makes is needed to its end, and looked over in vain."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _placed(mentions: Sequence[EntityMention], unit: Unit, text: str) -> tuple[EntityMention, ...]:
    """The mentions of a unit at their places in the document."""
    placed: list[EntityMention] = []
    for mention in mentions:
        start, end = unit.span(mention.start, mention.end)
        placed.append(EntityMention(mention.name, mention.kind, text[start:end], start, end))
    return tuple(placed)


def _speakers(text: str, read: list[ReadSentence], found: Annotations) -> None:
    """Hand every sentence to whoever speaks it: its turn, or the quotation it stands in."""
    is_quoted = quoted_places(text)
    quoted: list[tuple[ReadSentence, QuotedSentence]] = []
    for item in read:
        if item.block.turn is not None:
            speak(item, turn_name(text, item.block.turn, found))
            continue
        item.inside = stands_inside(text, item.tree, is_quoted)
        quoted.append((item, QuotedSentence(item.tree, item.clauses, item.inside)))
    spread_speakers([sentence for _, sentence in quoted])
    for item, sentence in quoted:
        item.teller = sentence.voice
        item.quoted = sentence.voice if item.inside else None
