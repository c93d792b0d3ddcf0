"""What models are asked, as text files, with the name under which an answer remembers which prompt it was given."""

from functools import cache
from hashlib import sha256
from importlib.resources import files


@cache
def _template(name: str) -> str:
    return (files(__name__) / f"{name}.txt").read_text(encoding="utf-8")


def prompt_version(name: str) -> str:
    """Eight hexadecimal digits of the prompt's own text: another wording is another version."""
    return sha256(_template(name).encode()).hexdigest()[:8]


def prompt(name: str, *materials: str, **values: str) -> str:
    """The prompt of this name, filled in.

    `materials` are the texts that a stranger wrote: the fence around them is a
    line that stands in none of them, so that no text can step out of its place.
    """
    fence = _fence("\n".join(materials))
    return _template(name).format(fence=fence, **values)


def _fence(material: str) -> str:
    number = 0
    while (line := f"=====[{sha256(f'{number}{material}'.encode()).hexdigest()[:12]}]=====") in material:
        number += 1
    return line
