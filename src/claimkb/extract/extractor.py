"""From a document to its claims: the stages of extraction in their order.

Blocks are found in the canonical text, prose is parsed line by line, every
sentence is split into clauses, speakers are spread over quotations, pronouns
resolved in reading order, and each clause becomes a claim. A sentence that
gives none is recorded with the reason.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from claimkb.extract import DEFAULT_MODEL
from claimkb.extract.blocks import Block, find_blocks
from claimkb.extract.build import Annotations, Setting, build_claim
from claimkb.extract.clauses import Clause, Voice
from claimkb.extract.connectives import idle_words
from claimkb.extract.dates import find_dates
from claimkb.extract.discourse import Discourse, Resolved, Speaker
from claimkb.extract.entities import EntityFinder
from claimkb.extract.insertions import insertion_clauses
from claimkb.extract.language import check_english
from claimkb.extract.listing import completed, counted_noun, is_item
from claimkb.extract.metadata import infer_metadata, with_inferred
from claimkb.extract.parse import Parser
from claimkb.extract.quantities import find_quantities
from claimkb.extract.quotation import QuotedSentence, quotation_state, quoted_places, spread_speakers
from claimkb.extract.realise import negate, phrase
from claimkb.extract.rejection import contrary_to, rejection_claim, rejects_reported_view
from claimkb.extract.repair import repair
from claimkb.extract.sentence_roles import sentence_role
from claimkb.extract.split import Context, Splitter
from claimkb.extract.tree import Tree, is_finite, subtree
from claimkb.extract.units import Unit, cut_units
from claimkb.model import Claim, Document, EntityMention, Extraction, Sentence, SentenceRole, Theme

_MAX_SENTENCE = 120  # tokens; longer ones are lists or tables that no reader calls a sentence


@dataclass(slots=True)
class _Read:
    """A sentence on its way: its tree, the words it does without, its clauses, or why it has none."""

    tree: Tree
    block: Block
    idle: set[int] = field(default_factory=set)
    clauses: list[Clause] = field(default_factory=list)
    role: SentenceRole = SentenceRole.CLAIMS
    reason: str = ""
    inside: bool = False


class Extractor:
    """Extracts claims with one spaCy pipeline; `aliases` maps further names to canonical ones."""

    def __init__(self, model: str = DEFAULT_MODEL, *, aliases: dict[str, str] | None = None) -> None:
        self._parser = Parser(model)
        self._finder = EntityFinder(aliases)

    @property
    def parser(self) -> str:
        """Name and version of the pipeline."""
        return self._parser.version

    def extract(self, document: Document, themes: Sequence[Theme] = ()) -> Extraction:
        """The sentences and claims of a document.

        Raises LanguageError if the text is not English.
        """
        text = document.text
        check_english(text)
        blocks = find_blocks(text)
        document = replace(document, source=with_inferred(document.source, infer_metadata(text, blocks)))
        read, found = self._read(document, blocks)
        self._speakers(text, read)
        _reject(read)
        sentences, claims = self._claims(document, themes, blocks, read, found)
        return Extraction(document, tuple(sentences), tuple(claims), self.parser)

    def _read(self, document: Document, blocks: tuple[Block, ...]) -> tuple[list[_Read], Annotations]:
        text = document.text
        prose = [b for b in blocks if b.role is SentenceRole.CLAIMS]
        units: list[tuple[Block, Unit]] = []
        for block in prose:
            main, inserts = cut_units(text[block.body : block.end], block.body)
            units += [(block, main), *((block, i) for i in inserts)]
        lines: list[tuple[EntityMention, ...]] = []
        read: list[_Read] = []
        hosts: list[_Read] = []
        for (block, unit), (doc, trees) in zip(units, self._parser.parse([u for _, u in units]), strict=True):
            lines.append(_placed(self._finder.find(doc, offset=0), unit, text))
            bare_item = block.item is not None and block.intro is not None
            mended = [
                repair(t if bare_item and index == 0 else self._parser.recover_verb(t))
                for index, t in enumerate(trees)
            ]
            if unit.anchor is None:
                hosts = [self._split(tree, block, text) for tree in mended]
                read += hosts
            else:
                _insert(mended, unit, hosts)
        linked = self._finder.link(lines, text)
        published = document.source.published
        return read, Annotations(
            tuple(q for b in prose for q in find_quantities(text[b.body : b.end], offset=b.body)),
            tuple(
                d for b in prose for d in find_dates(text[b.body : b.end], published=published, offset=b.body)
            ),
            tuple(m for line in linked for m in line),
        )

    def _split(self, tree: Tree, block: Block, text: str) -> _Read:
        found = _Read(tree, block)
        verdict = sentence_role(text[tree.start : tree.end])
        if verdict is not None and verdict.end - verdict.start >= (tree.end - tree.start) * 0.6:
            found.role, found.reason = verdict.role, verdict.reason
            return found
        if len(tree.nodes) > _MAX_SENTENCE:
            found.role, found.reason = SentenceRole.FRAGMENT, "too long to be one sentence"
            return found
        found.idle = idle_words(tree)
        contrary = contrary_to(tree)
        if contrary is not None:
            content, voice, nodes = contrary
            found.clauses = [*_contents(content, voice, tree), *_rest(tree, found.idle, nodes)]
        else:
            found.clauses = Splitter(tree, found.idle).split()
        for clause in found.clauses:
            clause.own = [n for n in clause.own if id(n) not in found.idle] or clause.own
            _deny(clause)
        return found

    def _speakers(self, text: str, read: list[_Read]) -> None:
        state = False
        quoted: list[QuotedSentence] = []
        for item in read:
            if item.block.role is SentenceRole.CLAIMS and item.tree.start == item.block.body:
                state = False
            inside, state = quotation_state(text, item.tree, state)
            item.inside = inside
            quoted.append(QuotedSentence(item.tree, item.clauses, inside))
        spread_speakers(quoted)

    def _claims(
        self,
        document: Document,
        themes: Sequence[Theme],
        blocks: tuple[Block, ...],
        read: list[_Read],
        found: Annotations,
    ) -> tuple[list[Sentence], list[Claim]]:
        by_start = sorted(found.entities, key=lambda m: m.start)
        discourse = Discourse(
            lambda a, b: next((m for m in by_start if m.start < b and a < m.end), None),
            lambda nodes, words: phrase(nodes, words),
            dict(Counter(m.name for m in by_start if m.kind == "country")),
        )
        is_quoted = quoted_places(document.text)
        sentences: list[Sentence] = []
        claims: dict[str, Claim] = {}
        intro: _Read | None = None
        heading = ""
        todo = list(read)
        for block in blocks:
            if block.role is not SentenceRole.CLAIMS:
                sentences.append(Sentence(len(sentences), block.start, block.end, block.role, block.reason))
                heading = (
                    document.text[block.start : block.end]
                    if block.role in {SentenceRole.HEADING, SentenceRole.TITLE}
                    else heading
                )
                continue
            setting = Setting(document.text, document.hash, themes, found, heading)
            while todo and todo[0].tree.start < block.end:
                item = todo.pop(0)
                resolved = discourse.read(item.tree, _speaker(item, found, is_quoted))
                made = _sentence_claims(item, len(sentences), resolved, setting, intro)
                for claim in made:
                    claims.setdefault(claim.id, claim)
                role = item.role if not made else SentenceRole.CLAIMS
                if not made and role is SentenceRole.CLAIMS:
                    role, item.reason = SentenceRole.FRAGMENT, "no predicate found"
                sentences.append(
                    Sentence(
                        len(sentences), item.tree.start, item.tree.end, role, "" if made else item.reason
                    )
                )
                if made and not is_item(item.tree) and item.block.item is None:
                    intro = item
        return sentences, sorted(claims.values(), key=lambda c: (c.start, c.end, c.id))


def _contents(content: object, voice: Voice, tree: Tree) -> list[Clause]:
    splitter = Splitter(tree)
    splitter.expand(content, Context("content", voice=voice))  # type: ignore[arg-type] # a Node, kept opaque here
    return splitter.clauses


def _rest(tree: Tree, idle: set[int], nodes: set[int]) -> list[Clause]:
    """The clauses of a sentence beside "contrary to ..."."""
    rest = [c for c in Splitter(tree, idle).split() if id(c.head) not in nodes]
    for clause in rest:
        clause.own = [n for n in clause.own if id(n) not in nodes]
    return [c for c in rest if any(n.dep != "punct" for n in c.own)]


def _deny(clause: Clause) -> None:
    """Say an inherited negation in the clause's own words, unless a borrowed "not" says it already."""
    if clause.negated_from_above and not any(
        "not" in word or "n't" in word or word == "never" for word in clause.prefix
    ):
        negate(clause)


def _placed(mentions: Sequence[EntityMention], unit: Unit, text: str) -> tuple[EntityMention, ...]:
    """The mentions of a unit at their places in the document."""
    placed: list[EntityMention] = []
    for mention in mentions:
        start, end = unit.span(mention.start, mention.end)
        placed.append(replace(mention, text=text[start:end], start=start, end=end))
    return tuple(placed)


def _insert(trees: list[Tree], unit: Unit, hosts: list[_Read]) -> None:
    """Add the claims of an insertion to the sentence it was cut from."""
    place = unit.anchor or 0
    host = next((h for h in reversed(hosts) if h.tree.start <= place), None)
    if host is None or host.role is not SentenceRole.CLAIMS:
        return
    main = host.clauses[0] if host.clauses else None
    for tree in trees:
        if sentence_role(" ".join(n.text for n in tree.nodes)) is None:
            host.clauses += insertion_clauses(tree, unit, host.tree, main)


def _reject(read: list[_Read]) -> None:
    """Mark the views that the author rejects in the sentence after them, or in the same one."""
    for before, item in zip([None, *read], read, strict=False):
        if item.role is not SentenceRole.CLAIMS or not rejects_reported_view(item.tree):
            continue
        here = [c for c in item.clauses if c.voice is not None and c.voice.rejected]
        earlier = [c for c in before.clauses if c.voice is not None] if before is not None else []
        rejected = here or earlier
        made = rejection_claim(item.tree, rejected, item.idle)
        if made is None:
            continue
        for clause in rejected:
            if clause.voice is not None:
                clause.voice = replace(clause.voice, rejected=True)
        item.clauses = [*here, made]


def _speaker(item: _Read, found: Annotations, is_quoted: Callable[[int], bool]) -> Speaker:
    """Who says the sentence; the country a speaker stands for is the one named with him."""
    voice = next((c.voice for c in item.clauses if c.voice is not None and c.voice.nodes), None)
    if voice is None:
        return Speaker("the author" if not item.inside else "", is_quoted=is_quoted)
    spans = [(n.start, n.end) for n in voice.nodes]
    names = {
        m.name
        for m in found.entities
        if m.kind == "country" and any(s < m.end and m.start < e for s, e in spans)
    }
    keys = frozenset(m.name for m in found.entities if any(s < m.end and m.start < e for s, e in spans))
    return Speaker(phrase(voice.nodes), next(iter(names)) if len(names) == 1 else "", keys, is_quoted)


def _sentence_claims(
    item: _Read, index: int, resolved: Resolved, setting: Setting, intro: _Read | None
) -> list[Claim]:
    if item.role is not SentenceRole.CLAIMS:
        return []
    if not item.clauses and intro is not None and (item.block.item is not None or is_item(item.tree)):
        host = intro.clauses[0]
        noun = counted_noun(host)
        made = completed(item.tree, item.idle, host, noun) if noun is not None else None
        item.clauses = [made] if made is not None else []
    claims = [build_claim(c, index, resolved, item.idle, setting) for c in item.clauses]
    sayable = [c for c in claims if c is not None]
    main_failed = bool(item.clauses) and claims[0] is None and item.clauses[0].kind in {"main", "content"}
    if (not sayable or main_failed) and any(is_finite(n) for n in item.tree.nodes):
        whole = Clause(
            item.tree.root,
            "main",
            [n for n in subtree(item.tree.root) if id(n) not in item.idle],
            doubtful=True,
        )
        whole.notes.append("the parse is doubtful: the sentence is kept whole")
        claim = build_claim(whole, index, resolved, item.idle, setting)
        return [claim] if claim is not None else sayable
    return sayable
