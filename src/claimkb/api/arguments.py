"""What callers of the library may pass: one name or several, and enumerations by their values."""

from collections.abc import Iterable
from enum import Enum
from typing import TypeVar

from claimkb.errors import ClaimkbError

Names = str | Iterable[str]  # one name, or several as alternatives
Choice = TypeVar("Choice", bound=Enum)


def names(given: Names) -> tuple[str, ...]:
    """The names, whether one was given or several."""
    return (given,) if isinstance(given, str) else tuple(given)


def member(kind: type[Choice], name: str) -> Choice:
    """The member of an enumeration; its own error names the choices."""
    try:
        return kind(name)
    except ValueError as error:
        choices = ", ".join(str(member.value) for member in kind)
        raise ClaimkbError(
            f"There is no {kind.__name__.lower()} {name!r}.", f"Choose among {choices}."
        ) from error
