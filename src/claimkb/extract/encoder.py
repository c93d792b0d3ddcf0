"""Words to vectors: the arithmetic of spaCy's encoder of words in their context, with less ado.

Two things cost time there that need not. The vector of a word by itself is a
product over its spelling, made anew at each place the word stands: here it is
made once and kept. And a layer is a dozen calls with copies between them:
here it is one product and a few passes over its result. The weights are
spaCy's own, and so is what comes out, but for the last bit of a sum.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from thinc.model import Model

Floats = NDArray[np.float32]

_KNOWN_WORDS = 50_000  # words whose vectors are kept, 400 bytes each
_BLOCK = 32  # words are embedded in blocks of one size, so that a vector does not depend on its neighbours
_EMBED = "extract_features>>list2ragged>>with_array("
_ENCODE = "residual(expand_window>>maxout>>layernorm>>dropout)"


class UnlikeError(Exception):
    """A pipeline is built otherwise than is known here."""


@dataclass(frozen=True, slots=True)
class Layer:
    """One maxout layer with its normalisation; the pieces of a unit lie side by side, to be compared all at once."""

    weights: Floats
    bias: Floats
    gain: Floats
    shift: Floats

    @classmethod
    def of(cls, model: "Model[Any, Any]") -> "Layer":
        """The layer that spaCy keeps as units × pieces × inputs."""
        maxout, norm = only(model, "maxout"), only(model, "layernorm")
        weights = values(maxout, "W")
        inputs = weights.shape[2]
        return cls(
            np.ascontiguousarray(weights.transpose(2, 1, 0).reshape(inputs, -1)),
            np.ascontiguousarray(values(maxout, "b").T.reshape(-1)),
            values(norm, "G"),
            values(norm, "b"),
        )

    def __call__(self, inputs: Floats) -> Floats:
        """The greatest piece of each unit, brought to mean 0 and variance 1 a word, then scaled."""
        width = len(self.gain)
        pieces: Floats = inputs @ self.weights
        pieces += self.bias
        best: Floats = np.maximum(pieces[:, :width], pieces[:, width : 2 * width])
        for start in range(2 * width, pieces.shape[1], width):
            np.maximum(best, pieces[:, start : start + width], out=best)
        best -= best.mean(axis=1, keepdims=True)
        deviation = np.einsum("ij,ij->i", best, best)
        deviation /= width
        deviation += 1e-8
        best /= np.sqrt(deviation)[:, None]
        best *= self.gain
        best += self.shift
        return best


class Encoder:
    """Words to vectors, each with four words on either side in view."""

    def __init__(self, model: "Model[Any, Any]") -> None:
        embed, encode = model.layers
        expect(embed.name.startswith(_EMBED) and not embed.name.count("static_vectors"))
        stack = encode.layers[0]
        expect(all(layer.name == _ENCODE for layer in stack.layers))
        self._columns = embed.layers[0].attrs["columns"]
        self._embed = embed.layers[1:]
        self._layers = [Layer.of(layer) for layer in stack.layers]
        self._pad: int = encode.attrs["pad"]
        self._width = len(self._layers[0].gain)
        expect(all(layer.weights.shape[0] == 3 * self._width for layer in self._layers))
        self._known: dict[int, int] = {}
        self._table: Floats = np.zeros((1024, self._width), np.float32)

    def __call__(self, docs: "Sequence[Doc]") -> Floats:
        """A row for each word of all documents; a few empty rows keep documents apart meanwhile."""
        places = _apart([len(doc) for doc in docs], self._pad)
        words: Floats = np.zeros((len(places) + self._pad * (len(docs) + 1), self._width), np.float32)
        words[places] = self._embedded(docs)
        width = self._width
        windows: Floats = np.zeros((len(words), 3 * width), np.float32)
        for layer in self._layers:
            windows[1:, :width] = words[:-1]
            windows[:, width : 2 * width] = words
            windows[:-1, 2 * width :] = words[1:]
            words += layer(windows)
        return words[places]

    def _embedded(self, docs: "Sequence[Doc]") -> Floats:
        """The vectors of words by themselves: looked up, or made for those that are new."""
        forms = np.concatenate([doc.to_array(["ORTH", "NORM", "SPACY"]) for doc in docs])
        keys: list[int] = (forms[:, 0] * 3 + forms[:, 1] * 0x9E3779B97F4A7C15 + forms[:, 2]).tolist()
        if len(self._known) > _KNOWN_WORDS:
            self._known.clear()
        known = self._known
        new: dict[int, int] = {}
        for place, key in enumerate(keys):
            if key not in known:
                new.setdefault(key, place)
        if new:
            self._make(docs, new)
        return self._table[[known[key] for key in keys]]

    def _make(self, docs: "Sequence[Doc]", new: dict[int, int]) -> None:
        traits = np.concatenate([doc.to_array(self._columns) for doc in docs])[list(new.values())]
        short = -len(traits) % _BLOCK
        traits = np.concatenate([traits, np.zeros((short, traits.shape[1]), traits.dtype)])
        for start in range(0, len(traits), _BLOCK):
            keys = list(new)[start : start + _BLOCK]
            rows: Any = [traits[start : start + _BLOCK]]
            for layer in self._embed:
                rows = layer.predict(rows)
            first = len(self._known)
            if first + _BLOCK > len(self._table):
                self._table = np.concatenate([self._table, np.zeros_like(self._table)])
            self._table[first : first + len(keys)] = rows[0][: len(keys)]
            for place, key in enumerate(keys, first):
                self._known[key] = place


def only(model: "Model[Any, Any]", name: str) -> "Model[Any, Any]":
    """The one layer of this name; `UnlikeError` if there is none or several."""
    found = [layer for layer in model.walk() if layer.name == name]
    expect(len(found) == 1)
    return found[0]


def values(layer: "Model[Any, Any]", name: str) -> Floats:
    """The weights of this name; `TypeError` if they lie on a graphics card."""
    return np.asarray(layer.get_param(name))


def expect(holds: bool) -> None:
    """Raise `UnlikeError` unless it holds."""
    if not holds:
        raise UnlikeError


def _apart(lengths: Sequence[int], gap: int) -> NDArray[np.intp]:
    """The rows of words when documents of these lengths stand `gap` rows apart from each other and from the edges."""
    before = np.repeat(np.arange(1, len(lengths) + 1) * gap, lengths)
    return np.arange(len(before)) + before
