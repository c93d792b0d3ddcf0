"""A spaCy English pipeline, set up for what the rules read: tokenizer, tok2vec, tagger and parser.

Lemmas come from the pipeline's own rule lemmatizer, which `lemmas.py` asks for
single words, so the pipe itself runs without it.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from claimkb.errors import ConfigError
from claimkb.extract import DEFAULT_MODEL
from claimkb.lexicon.roles import role_words

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_PREFIX = re.compile(rf"(?:^|[^A-Za-z])(?:{'|'.join(role_words().joined)})$", re.IGNORECASE)
_UNUSED = ("ner", "senter", "textcat", "attribute_ruler")


def load(model: str) -> "Language":
    """The pipeline of this name; raises `ConfigError` if it is not installed or lacks a part."""
    import spacy
    from spacy.language import Language

    try:
        with _numpy_products():
            nlp = spacy.load(model, exclude=list(_UNUSED))
    except OSError as error:
        raise ConfigError(
            f"The parser model {model!r} cannot be loaded.",
            f"Install it, or leave --model out to use {DEFAULT_MODEL}.",
        ) from error
    for part in ("tagger", "parser", "lemmatizer"):
        if part not in nlp.pipe_names:
            raise ConfigError(f"The model {model!r} has no {part}.", "Choose a full English pipeline.")
    nlp.disable_pipe("lemmatizer")
    _keep_prefixes(nlp)
    Language.component("claimkb_sentence_guard", func=guard_sentences)
    nlp.add_pipe("claimkb_sentence_guard", before="parser")
    return nlp


@contextmanager
def _numpy_products() -> Iterator[None]:
    """Layers made within multiply matrices with numpy, unless something faster than thinc's default was chosen."""
    from thinc.api import NumpyOps, get_current_ops, use_ops

    if type(get_current_ops()) is not NumpyOps:
        yield
        return
    with use_ops("numpy", use_blis=False):
        yield


def _keep_prefixes(nlp: "Language") -> None:
    """Keep "re-election" one token: the tokenizer would cut it at the hyphen and the parser stumble over "re"."""
    find = getattr(nlp.tokenizer, "infix_finditer", None)
    if find is None:
        return

    def infixes(word: str) -> list[re.Match[str]]:
        """Where a word is cut: not at the hyphen of a prefix."""
        if "-" not in word:
            return list(find(word))
        return [m for m in find(word) if not (m[0] == "-" and _PREFIX.search(word[: m.start()]))]

    setattr(nlp.tokenizer, "infix_finditer", infixes)  # noqa: B010 - the attribute has no type of its own


def guard_sentences(doc: "Doc") -> "Doc":
    """Forbid the parser to begin a sentence where no stop came before."""
    abbreviations = role_words().abbreviations
    strings = doc.vocab.strings
    starts: Any = doc.to_array("SENT_START").view("int64")
    stopped = False
    before = ""
    for index, word in enumerate([strings[orth] for orth in doc.to_array("ORTH").tolist()]):
        if index and starts[index] != 1 and (not stopped or word[:1].islower()):
            starts[index] = -1
        if word[-1] in ".?!…:;":
            stopped = word not in abbreviations and f"{before}{word}" not in abbreviations
        elif word not in {'"', "'", "''", ")", "]", " "}:
            stopped = False
        before = word
    return doc.from_array("SENT_START", starts.view("uint64"))
