"""Makes a claim record of a clause: its words, its span, and every attribute.

Nothing is decided here that an annotator decides; this module asks each of
them and puts the answers together. A clause that cannot be said as a sentence
is refused (None), and its sentence is then kept whole.
"""

import re
from collections import ChainMap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from claimkb.extract.annotations import Annotations
from claimkb.extract.clauses import Clause, Voice
from claimkb.extract.frame import all_nodes, frame_of, predicate_nodes
from claimkb.extract.fullnames import in_full
from claimkb.extract.identity import claim_id
from claimkb.extract.label import label_of
from claimkb.extract.label_words import NO_NAMES, TextNames
from claimkb.extract.modality import modality
from claimkb.extract.polarity import polarity
from claimkb.extract.realise import phrase, realise
from claimkb.extract.recurrence import without_recurrent
from claimkb.extract.resolution import Resolved
from claimkb.extract.sayable import is_sayable
from claimkb.extract.themes import Tagger
from claimkb.extract.tree import Node
from claimkb.extract.voices import NOBODY, Persons, holder_key
from claimkb.lexicon.cues import cues
from claimkb.model import Claim, EntityMention, Holder, Modality, Polarity, Stance

# Whom these words mean has to be told; where nothing told it, the claim does not stand alone.
_OPEN_START = re.compile(r"(?:He|She|They|These|Those|This|We|I|You|His|Her|Their|Our|My)\b(?! who\b| of\b)")
_PERSONS = frozenset({"he", "him", "she", "her"})
_NO_HOLDERS = frozenset({"who", "which", "what", "that", "this", "it", "there", "one", "you"})


@dataclass(frozen=True, slots=True)
class Setting:
    """What a claim needs to know of its document."""

    text: str
    hash: str
    tagger: Tagger
    found: Annotations
    heading: str = ""
    names: TextNames = NO_NAMES
    persons: Persons = NOBODY
    said: dict[int, str] = field(default_factory=dict)  # what stands for the pronouns read so far


def build_claim(
    clause: Clause, sentence: int, resolved: Resolved, idle: set[int], setting: Setting
) -> Claim | None:
    """The claim of a clause, or None where it cannot be said as a sentence of its own."""
    said = _said(clause, resolved, idle)
    if not is_sayable(clause, said.text):
        return None
    stated = clause.reject_of or clause
    nodes = [n for n in all_nodes(clause) if id(n) not in idle]
    found = _within(setting.found, nodes)
    sign, denials = _polarity(clause, idle)
    mode, mode_words = modality(stated)
    named = ChainMap(said.words, setting.said)
    holder = _holder(clause.voice, named, setting.found.entities, setting.persons)
    stands_for = {id(n): _named(n, resolved, setting.found) for n in nodes if id(n) in resolved.words}
    frame = frame_of(
        stated,
        lambda n: _names_of(n, stands_for, setting.found),
        lambda part: phrase(part, said.words),
    )
    parts = {a.role: a.text for a in reversed(frame.arguments)}
    start, end = clause.start, clause.end
    label_text = "" if clause.reject_of else said.text
    return Claim(
        id=claim_id(setting.hash, start, end, said.text, holder.key if holder is not None else ""),
        label=label_of(
            _headlined(clause), found.quantities, sign, mode, said.alone, setting.names, label_text, denials
        ),
        text=said.text,
        as_written=said.as_written,
        quote=setting.text[start:end],
        start=start,
        end=end,
        sentence=sentence,
        subject=parts.get("subject", ""),
        predicate=phrase(predicate_nodes(stated)) or " ".join(clause.prefix) or clause.head.text,
        object=parts.get("object") or parts.get("complement") or parts.get("clause") or "",
        polarity=sign,
        modality=mode,
        holder=holder,
        stance=Stance.REJECTS if clause.reject_of is not None else _stance(clause.voice if holder else None),
        quantities=found.quantities,
        dates=without_recurrent(clause, found.dates),
        entities=_with_resolved(found.entities, nodes, stands_for),
        themes=setting.tagger.tag(said.text, setting.heading),
        frame=frame,
        ambiguous=_is_open(said.text, holder, nodes, resolved),
        doubtful=clause.doubtful,
        notes=_notes(clause, denials, mode, mode_words, resolved),
    )


@dataclass(frozen=True, slots=True)
class _Said:
    """A clause in words: those that stand for others, the text with them, and the text as it is written.

    `alone` are the words that stand for others where less than the whole clause is said, as in its headline.
    """

    words: dict[int, str]
    text: str
    as_written: str
    alone: Mapping[int, str]


def _said(clause: Clause, resolved: Resolved, idle: set[int]) -> _Said:
    shown = {id(n) for n in all_nodes(clause)}
    # "X ... its" stands alone
    kept = {k for k, antecedents in resolved.antecedents.items() if antecedents & shown}
    words = {**{k: w for k, w in resolved.words.items() if k not in kept}, **dict.fromkeys(idle, "")}
    in_words = in_full(all_nodes(clause), words, resolved.names)
    text = realise(clause, in_words)
    # Whether the text differs from what is written at all: most claims name their things themselves.
    borrows = bool(clause.template or clause.reject_of) or any(k in shown and k not in idle for k in in_words)
    as_written = realise(clause, dict.fromkeys(idle, "")) if borrows else text
    persons = [n for n in all_nodes(clause) if id(n) in kept and n.lower in _PERSONS] if kept else []
    inside = {id(n): resolved.words[id(n)] for n in persons if n.dep != "poss"}
    return _Said(words, text, as_written, {**words, **inside} if inside else words)


def _polarity(clause: Clause, idle: set[int]) -> tuple[Polarity, Sequence[str]]:
    """The polarity of a clause with the words that deny it; of a rejected view, the opposite."""
    if clause.reject_of is None:
        return polarity(clause, idle)
    sign, denials = polarity(clause.reject_of, idle)
    return (Polarity.AFFIRMED if sign is Polarity.NEGATED else Polarity.NEGATED), denials


def _is_open(text: str, holder: Holder | None, nodes: Sequence[Node], resolved: Resolved) -> bool:
    """Whether whom or what a claim means has to be told elsewhere."""
    open_words = any(id(n) in resolved.ambiguous for n in nodes)
    return open_words or _is_pronoun(holder) or _OPEN_START.match(text) is not None


def _notes(
    clause: Clause, denials: Sequence[str], mode: Modality, mode_words: Sequence[str], resolved: Resolved
) -> tuple[str, ...]:
    """What was done and found to make the claim, each thing once."""
    shown = {id(n) for n in all_nodes(clause)}
    notes = [
        *clause.notes,
        *(f"negated by {w!r}" for w in denials),
        *(f"{mode.value} because of {w!r}" for w in mode_words),
        *(note for key, note in resolved.notes.items() if key in shown),
    ]
    return tuple(dict.fromkeys(notes))


def _headlined(clause: Clause) -> Clause:
    """The clause a headline is made of: the view an author rejects, the infinitive under a governing verb."""
    if clause.reject_of is not None:
        return clause.reject_of
    return replace(clause, head=clause.inner) if clause.inner is not None else clause


def _named(node: Node, resolved: Resolved, found: Annotations) -> tuple[EntityMention, ...]:
    """The entities that a pronoun or description was found to stand for."""
    words = resolved.words.get(id(node), "")
    return found.named_in(words) if words else ()


def _names_of(
    node: Node, stands_for: Mapping[int, tuple[EntityMention, ...]], found: Annotations
) -> tuple[str, ...]:
    """The canonical names at a node, by its own words or by what it stands for."""
    referents = stands_for.get(id(node))
    if referents:
        return tuple(m.name for m in referents)
    return tuple(m.name for m in found.entities_at(node.start, node.end))


def _with_resolved(
    entities: tuple[EntityMention, ...],
    nodes: list[Node],
    stands_for: Mapping[int, tuple[EntityMention, ...]],
) -> tuple[EntityMention, ...]:
    """The mentions of a claim, pronouns among them under the name they stand for."""
    extra = [
        replace(m, text=n.text, start=n.start, end=n.end)
        for n in nodes
        for m in stands_for.get(id(n), ())
        if n.end - n.start == len(n.text)
    ]
    distinct = {(m.name, m.start, m.end): m for m in (*entities, *extra)}
    return tuple(sorted(distinct.values(), key=lambda m: (m.start, m.end, m.name)))


def _within(found: Annotations, nodes: list[Node]) -> Annotations:
    """The annotations that touch the nodes a claim shows, most of their words among them."""
    spans = sorted({(n.start, n.end) for n in nodes})
    first, last = spans[0][0], max(end for _, end in spans)

    def covered(start: int, end: int) -> bool:
        """Whether more than half of a stretch of the text is in the words."""
        inside = sum(min(e, end) - max(s, start) for s, e in spans if s < end and start < e)
        return inside * 2 > end - start

    return Annotations(
        tuple(q for q in found.quantities if q.start < last and first < q.end and covered(q.start, q.end)),
        tuple(
            d
            for d in found.dates
            if d.char_start < last and first < d.char_end and covered(d.char_start, d.char_end)
        ),
        tuple(m for m in found.entities_between(first, last) if covered(m.start, m.end)),
    )


def _holder(
    voice: Voice | None, words: Mapping[int, str], entities: Sequence[EntityMention], persons: Persons
) -> Holder | None:
    if voice is None:
        return None
    text = phrase(voice.nodes, words) if voice.nodes else voice.words
    if not text or (text.lower() in _NO_HOLDERS and not _speaks(voice)):
        return None
    return Holder(text, holder_key(text, voice.nodes, entities, persons))


def _speaks(voice: Voice) -> bool:
    """ "It said that P": whoever it is has spoken, as what "shows" or "means" P has not."""
    said = voice.nodes[0].head if len(voice.nodes) == 1 and voice.nodes[0].lower == "it" else None
    words = cues().attribution
    return said is not None and said.lemma in words.speaking and said.kid("nsubj") is voice.nodes[0]


def _is_pronoun(holder: Holder | None) -> bool:
    """Whether a holder is only "she" or "they": nobody was found that the word stands for."""
    words = cues().pronouns
    said = holder.text.lower() if holder is not None else ""
    return said in words.person or said in words.plural or said in words.thing


def _stance(voice: Voice | None) -> Stance:
    if voice is None:
        return Stance.ASSERTS
    if voice.rejected:
        return Stance.REJECTS
    return Stance.ENDORSES if voice.endorsed or voice.factive else Stance.REPORTS
