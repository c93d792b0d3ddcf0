"""What stands for what in a document: the discourse, run over its sentences in reading order."""

from collections.abc import Sequence

from claimkb.extract.annotations import Annotations
from claimkb.extract.blocks import Block
from claimkb.extract.discourse import Discourse
from claimkb.extract.overview import overview_of
from claimkb.extract.quotation import quoted_places
from claimkb.extract.realise import phrase
from claimkb.extract.resolution import Reference, Resolved
from claimkb.extract.sentences import ReadSentence
from claimkb.extract.speakers import offices_of, speaker_of


def resolve(
    text: str, blocks: Sequence[Block], read: Sequence[ReadSentence], found: Annotations
) -> list[tuple[ReadSentence, Resolved]]:
    """Each sentence with what stands for what in it: all are read before the first claim is made.

    A quotation may name its speaker only after it.
    """
    overview = overview_of(text, blocks, found.entities)
    discourse = Discourse(found.entity_at, phrase, overview)
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
    found: list[Reference] = []
    for item, resolved in done:
        for node in (n for tree in (item.tree, *item.inserted) for n in tree.nodes):
            words = resolved.words.get(id(node)) or resolved.names.get(id(node), ("", 0))[0]
            if words or id(node) in resolved.ambiguous:
                found.append(Reference(node.start, node.end, words, id(node) in resolved.ambiguous))
    return found
