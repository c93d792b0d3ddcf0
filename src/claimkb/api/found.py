"""What a query of the library returns: a tuple of records that can become dictionaries or a data frame."""

from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeVar

from claimkb.errors import ClaimkbError

if TYPE_CHECKING:
    import pandas
    import polars

T = TypeVar("T")


class Found(tuple[T, ...]):
    """What a query found: a tuple of records, which can become rows or a data frame."""

    __slots__ = ()

    def to_dicts(self) -> list[dict[str, Any]]:
        """The records as dictionaries; nested ones too, enumerations as their values."""
        return [_plain(record) for record in self]

    def to_pandas(self) -> "pandas.DataFrame":
        """The records as a pandas data frame; raises `ClaimkbError` where pandas is not installed."""
        try:
            import pandas
        except ImportError as error:
            raise _missing("pandas") from error
        return pandas.DataFrame(self.to_dicts())

    def to_polars(self) -> "polars.DataFrame":
        """The records as a polars data frame; raises `ClaimkbError` where polars is not installed."""
        try:
            import polars
        except ImportError as error:
            raise _missing("polars") from error
        return polars.DataFrame(self.to_dicts(), infer_schema_length=None)


def _plain(value: Any) -> Any:  # noqa: ANN401 - records hold anything
    """A record as dictionaries, lists and plain values."""
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_plain(item) for item in value]
    return value


def _missing(library: str) -> ClaimkbError:
    """What is said where a library is needed and not installed."""
    return ClaimkbError(
        f"Frames of {library} need {library}, which is not installed.", f"Run: pip install {library}"
    )
