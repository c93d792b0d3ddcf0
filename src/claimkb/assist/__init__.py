"""Language models and NLI on request: claims and second opinions, each held to the text it speaks of.

Nothing here runs unless a command names a model. What a model says is
evidence, never authority: a claim is taken only if its quote stands in the
document and its words, numbers, names and negations are borne out there, and
a verdict is kept beside that of the rules, not in its place.
"""

from importlib.util import find_spec

from claimkb.errors import UsageError

# The libraries of each extra, by the names they are imported under.
EXTRAS = {
    "llm": ("llm", "snowballstemmer", "tenacity"),
    "nli": ("onnxruntime", "tokenizers", "numpy"),
    "nli-torch": ("sentence_transformers", "torch", "numpy"),
    "embeddings": ("wordllama", "numpy"),
    "mcp": ("mcp",),
}


def missing_for(extra: str) -> list[str]:
    """The libraries of an extra that are not installed."""
    return [name for name in EXTRAS[extra] if find_spec(name) is None]


def need(extra: str, purpose: str) -> None:
    """Raise `UsageError` with what to install unless the libraries of an extra are there."""
    missing = missing_for(extra)
    if missing:
        raise UsageError(
            f"{purpose} needs {' and '.join(missing)}.", f'Install it: pip install "claimkb[{extra}]".'
        )
