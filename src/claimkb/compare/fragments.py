"""A text that holds no sentence, read as the one thing it says.

Captions and headlines ("Ferry captain not dead") have no finite verb, so
extraction makes no claim of them; laid beside another text they still affirm
or deny. Their words are all there is to compare: the frame stays empty.
"""

import hashlib

from claimkb.compare.words import content, tokens
from claimkb.ids import id_from
from claimkb.lexicon.comparing import comparison_words
from claimkb.model import Claim, Frame, Modality, Polarity, Stance

_WORDS = 2  # that say something


def fragment_claim(text: str) -> Claim | None:
    """The text as a doubtful claim; None if it says too little, or asks."""
    text = " ".join(text.split())
    words = tokens(text)
    if len(content(words)) < _WORDS or text.endswith("?"):
        return None
    denied = any(w in comparison_words().negators for w in words)
    return Claim(
        id=id_from(hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(), 16),
        label=text[:60],
        text=text,
        as_written=text,
        quote=text,
        start=0,
        end=len(text),
        sentence=0,
        subject="",
        predicate="",
        object="",
        polarity=Polarity.NEGATED if denied else Polarity.AFFIRMED,
        modality=Modality.ASSERTED,
        holder=None,
        stance=Stance.ASSERTS,
        quantities=(),
        dates=(),
        entities=(),
        themes=(),
        frame=Frame((), (), "", False),
        doubtful=True,
    )
