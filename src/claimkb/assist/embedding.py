"""Pairs of claims that mean something alike in other words: nearest neighbours among static embeddings.

A pair-key needs a word, name or amount that both claims have. Static
embeddings (a vector for each token, averaged) also bring together "vital" and
"leverage". They only propose: the rules judge what is proposed. The vectors
ship in the package `wordllama`; nothing is downloaded.
"""

from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

PREFIX = "embedding:"  # of the key that names what proposed a pair
# At most this many partners a claim, and none less alike than this; `evals/proposals.py --embeddings` shows
# what other values bring.
NEAREST = 8
FLOOR = 0.4
_BLOCK = 512  # claims whose similarities with all others are held at once: 512 x 100,000 floats are 200 MB


class StaticEmbedder:
    """The vectors that ship in `wordllama`; `name` says which, in which release."""

    def __init__(self) -> None:
        import wordllama

        folder = Path(
            wordllama.__file__
        ).parent  # where its tokenizer is, for want of which it would download
        self._model: Any = wordllama.WordLlama.load(cache_dir=folder, disable_download=True)
        self.name = f"{PREFIX}wordllama-l2-256@{version('wordllama')}"

    def vectors(self, texts: Sequence[str]) -> "np.ndarray[Any, Any]":
        """A row of length 1 for each text."""
        import numpy as np

        if not texts:
            return np.zeros((0, 256), dtype=np.float32)
        rows = np.asarray(self._model.embed(list(texts), norm=False), dtype=np.float32)
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        return rows / np.where(lengths > 0, lengths, 1)


def nearest_pairs(
    vectors: "np.ndarray[Any, Any]", origins: Sequence[str], *, nearest: int = NEAREST, floor: float = FLOOR
) -> Iterator[tuple[int, int, float]]:
    """Pairs (i < j) of rows of different origin that are each among the other's nearest, with their cosine.

    So no row is in more than `nearest` pairs, however many are near it.
    """
    near = _neighbours(vectors, origins, nearest, floor)
    for one, others in enumerate(near):
        for other, alike in sorted(others.items()):
            if one < other and one in near[other]:
                yield one, other, alike


def _neighbours(
    vectors: "np.ndarray[Any, Any]", origins: Sequence[str], nearest: int, floor: float
) -> list[dict[int, float]]:
    """The nearest rows of other origins of each row, those of equal cosine by their number."""
    import numpy as np

    numbers = {origin: number for number, origin in enumerate(dict.fromkeys(origins))}
    groups = np.array([numbers[origin] for origin in origins], dtype=np.int64)
    found: list[dict[int, float]] = []
    for start in range(0, len(vectors), _BLOCK):
        alike = np.round(vectors[start : start + _BLOCK] @ vectors.T, 4)
        alike[groups[start : start + _BLOCK, None] == groups[None, :]] = -1
        for row in alike:
            best = np.argsort(-row, kind="stable")[:nearest]
            found.append({int(at): float(row[at]) for at in best if row[at] >= floor})
    return found
