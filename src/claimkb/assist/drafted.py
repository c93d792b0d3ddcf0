"""A claim as a model gave it, before anything was checked; a module of its own, since reading answers needs no more."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Drafted:
    """A claim as a model gave it: its words, what it quotes, and who it says holds it ("" for the author)."""

    claim: str
    quote: str
    holder: str = ""
