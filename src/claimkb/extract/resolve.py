"""What stands for what in a document: the discourse, run over its sentences in reading order."""

from collections.abc import Callable, Sequence

from claimkb.extract.annotations import Annotations
from claimkb.extract.blocks import Block
from claimkb.extract.discourse import Discourse
from claimkb.extract.marks import quoted_places
from claimkb.extract.mention import Mention
from claimkb.extract.overview import overview_of
from claimkb.extract.realise import phrase
from claimkb.extract.resolution import Reference, Resolved
from claimkb.extract.sentences import ReadSentence
from claimkb.extract.sides import sides_of
from claimkb.extract.speakers import speaker_of, voice_of


def resolve(
    text: str, blocks: Sequence[Block], read: Sequence[ReadSentence], found: Annotations
) -> list[tuple[ReadSentence, Resolved]]:
    """Each sentence with what stands for what in it: all are read before the first claim is made.

    A quotation may name its speaker only after it, and by a pronoun ("..., she
    said"): then all are read a second time, when it is known whom that means.
    """
    overview = overview_of(text, blocks, found.entities)
    is_quoted = quoted_places(text)
    sides = sides_of(read, found)

    def run(said: dict[int, Mention]) -> list[tuple[ReadSentence, Resolved]]:
        discourse = Discourse(found.entity_at, phrase, overview)
        done: list[tuple[ReadSentence, Resolved]] = []
        for item in read:
            speaker = speaker_of(item, is_quoted, sides, said)
            resolved = discourse.read(item.tree, speaker, item.inserted)
            said.update(resolved.meant)
            done.append((item, resolved))
        return done

    said: dict[int, Mention] = {}
    done = run(said)
    return run(said) if any(_waits(item, is_quoted) for item in read) else done


def _waits(item: ReadSentence, is_quoted: Callable[[int], bool]) -> bool:
    """Whether a later sentence tells by a pronoun who says this one."""
    voice = voice_of(item, is_quoted)
    later = voice is not None and len(voice) == 1 and voice[0].start >= item.tree.end
    return voice is not None and later and voice[0].tag == "PRP"


def references_in(done: Sequence[tuple[ReadSentence, Resolved]]) -> list[Reference]:
    """What the words of a text were found to stand for, or left open, in text order."""
    found: list[Reference] = []
    for item, resolved in done:
        for node in (n for tree in (item.tree, *item.inserted) for n in tree.nodes):
            words = resolved.words.get(id(node)) or resolved.names.get(id(node), ("", 0))[0]
            if words or id(node) in resolved.ambiguous:
                found.append(Reference(node.start, node.end, words, id(node) in resolved.ambiguous))
    return found
