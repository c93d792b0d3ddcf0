"""The tagger and parser of spaCy's small English pipelines, run with less ado: half the time of `nlp.pipe`.

spaCy's parser takes the interpreter's lock twice for each word and each step,
since its C code looks for errors of functions that raise none. Here all lines
of a batch go step by step together, with one product a step. The weights, the
states and what a step does to them are spaCy's own, and so is what comes out
(tests/extract/test_network.py compares every tag, head and label).
`Network.of` takes pipelines whose layers have the names and shapes below; any
other is run by spaCy itself.
"""

from collections.abc import Callable, Sequence
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from claimkb.extract.encoder import Encoder, Floats, UnlikeError, expect, only, values

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_TOGETHER = 3  # lines that go on side by side on average; with fewer the parser's own C code is faster
_PARTS = ("tok2vec", "tagger", "parser")


class Steps:
    """The transition-based parser, all documents of a batch side by side."""

    def __init__(self, parser: Any) -> None:  # noqa: ANN401 - a component without a useful static type
        model = parser.model
        expect(model.attrs["has_upper"] and not model.attrs["unseen_classes"])
        expect(parser.cfg["beam_width"] == 1)
        first, lower, upper = model.layers
        narrow = only(first, "linear")
        weights = values(lower, "W")
        self._features, _, pieces, inputs = weights.shape
        expect(pieces == 2)
        self._parser = parser
        self._narrow: Floats = np.ascontiguousarray(values(narrow, "W").T)
        self._narrow_bias: Floats = values(narrow, "b")
        self._lower: Floats = np.ascontiguousarray(weights.transpose(3, 0, 2, 1).reshape(inputs, -1))
        self._missing: Floats = values(lower, "pad")[0].transpose(0, 2, 1).reshape(-1)
        self._lower_bias: Floats = values(lower, "b").T.reshape(-1)
        self._upper: Floats = np.ascontiguousarray(values(upper, "W").T)
        self._upper_bias: Floats = values(upper, "b")

    def __call__(self, docs: "Sequence[Doc]", words: Floats) -> Any:  # noqa: ANN401 - spaCy's states
        """The final states of the documents, whose words have these vectors."""
        from spacy.ml.parser_model import ParserStepModel  # type: ignore[import-not-found] # compiled

        table = self._table(words)
        size = len(self._lower_bias)
        half = size // 2
        shape = SimpleNamespace(state2vec=SimpleNamespace(nF=self._features))
        rows_of = np.arange(self._features, 2 * self._features, dtype=np.int32)  # a missing word is -1
        batch = self._parser.moves.init_batch(docs)
        states = [state for state in batch if not state.is_final()]
        while states:
            rows = ParserStepModel.get_token_ids(shape, states)
            rows *= self._features
            rows += rows_of
            units = np.add.reduce(table.take(rows, axis=0), axis=1)
            units += self._lower_bias
            scores = np.maximum(units[:, :half], units[:, half:]) @ self._upper
            scores += self._upper_bias
            states = self._parser.transition_states(states, scores)
        return batch

    def _table(self, words: Floats) -> Floats:
        """What each word adds at each of the places that a state looks at, a missing word first."""
        narrow: Floats = words @ self._narrow
        narrow += self._narrow_bias
        table: Floats = np.empty((len(words) + 1, self._lower.shape[1]), np.float32)
        table[0] = self._missing
        np.matmul(narrow, self._lower, out=table[1:])
        return table.reshape(-1, len(self._lower_bias))


class Network:
    """A pipeline's encoder, tagger and parser."""

    def __init__(self, nlp: "Language") -> None:
        parts: dict[str, Any] = dict(nlp.pipeline)
        expect(all(part in parts for part in _PARTS))
        self._tagger, self._parser = parts["tagger"], parts["parser"]
        self._encode = Encoder(parts["tok2vec"].model)
        softmax = only(self._tagger.model, "softmax")
        self._tags: Floats = np.ascontiguousarray(values(softmax, "W").T)
        self._tags_bias: Floats = values(softmax, "b")
        self._steps = Steps(self._parser)

    @classmethod
    def of(cls, nlp: "Language") -> "Network | None":
        """The network of a pipeline, None if it is built otherwise than those known here."""
        try:
            return cls(nlp)
        except (UnlikeError, AttributeError, KeyError, TypeError, ValueError):
            return None

    def tag_and_parse(self, docs: "Sequence[Doc]", guard: "Callable[[Doc], Doc]") -> None:
        """Write tags, heads and labels into the documents; `guard` sees each of them between tagging and parsing."""
        docs = [doc for doc in docs if len(doc)]
        if not docs:
            return
        words = self._encode(docs)
        ends: Any = np.cumsum([len(doc) for doc in docs])[:-1]
        self._tagger.set_annotations(docs, np.split(self._tagged(words), ends))
        for doc in docs:
            guard(doc)
        if len(words) >= _TOGETHER * max(len(doc) for doc in docs):
            states = self._steps(docs, words)
        else:
            for doc, vectors in zip(docs, np.split(words, ends), strict=True):
                doc.tensor = vectors  # type: ignore[assignment] # declared with the type of an empty one
            states = self._parser.predict(docs)
        self._parser.set_annotations(docs, states)

    def _tagged(self, words: Floats) -> NDArray[np.intp]:
        scores: Floats = words @ self._tags
        scores += self._tags_bias
        found: NDArray[np.intp] = scores.argmax(axis=1)
        return found
