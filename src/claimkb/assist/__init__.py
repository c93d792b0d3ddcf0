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
    "mcp": ("mcp",),
}


def need(extra: str, purpose: str) -> None:
    """Raise `UsageError` with what to install unless the libraries of an extra are there."""
    missing = [name for name in EXTRAS[extra] if find_spec(name) is None]
    if missing:
        raise UsageError(
            f"{purpose} needs {' and '.join(missing)}.", f'Install it: pip install "claimkb[{extra}]".'
        )
