"""What stands for what in a document: the discourse, run over its sentences in reading order."""

from collections import Counter
from collections.abc import Sequence

from claimkb.extract.annotations import Annotations
from claimkb.extract.blocks import Block
from claimkb.extract.discourse import Discourse
from claimkb.extract.quotation import quoted_places
from claimkb.extract.realise import phrase
from claimkb.extract.resolution import Reference, Resolved
from claimkb.extract.sentences import ReadSentence
from claimkb.extract.speakers import offices_of, speaker_of
from claimkb.extract.topics import topics_of
from claimkb.model import SentenceRole


def resolve(
    text: str, blocks: Sequence[Block], read: Sequence[ReadSentence], found: Annotations
) -> list[tuple[ReadSentence, Resolved]]:
    """Each sentence with what stands for what in it: all are read before the first claim is made.

    A quotation may name its speaker only after it.
    """
    by_start = sorted(found.entities, key=lambda m: m.start)
    countries = Counter(m.name for m in by_start if m.kind == "country")
    titles = " ".join(text[b.start : b.end] for b in blocks if b.role is SentenceRole.TITLE)
    topics = topics_of(found.entities, titles)
    discourse = Discourse(found.entity_at, lambda nodes, words: phrase(nodes, words), dict(countries), topics)
    is_quoted = quoted_places(text)
    offices = offices_of(read, found)
    said: dict[int, str] = {}
    done: list[tuple[ReadSentence, Resolved]] = []
    for item in read:
        speaker = speaker_of(item, found, is_quoted, offices, said)
        resolved = discourse.read(item.tree, speaker, item.inserted)
        said.update(resolved.words)
        done.append((item, resolved))
    return done


def references_in(done: Sequence[tuple[ReadSentence, Resolved]]) -> list[Reference]:
    """What the words of a text were found to stand for, or left open, in text order."""
    return [
        Reference(node.start, node.end, resolved.words.get(id(node), ""), id(node) in resolved.ambiguous)
        for item, resolved in done
        for tree in (item.tree, *item.inserted)
        for node in tree.nodes
        if resolved.words.get(id(node)) or id(node) in resolved.ambiguous
    ]
