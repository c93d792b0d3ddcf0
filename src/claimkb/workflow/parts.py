"""What the workflow is composed of: the functions of the layers below, each loaded when first needed.

`Parts` names them once, so that a caller can put another extractor or other
rules in their place. The parser is made only when a text has to be parsed: an
ingest that finds nothing new never loads it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING, Protocol

from claimkb.errors import ClaimkbError, ReadError
from claimkb.model import Claim, ComparedClaim, Document, Extraction, Refusal, Theme, ThemeTag, Verdict

if TYPE_CHECKING:
    from claimkb.readers.fetch import Access
    from claimkb.readers.options import SourceOptions


_ISSUES = "Report it with the text, and leave the file out meanwhile."


class Extracting(Protocol):
    """What makes claims of a document."""

    def extract(self, document: Document, themes: Sequence[Theme]) -> Extraction:
        """The sentences and claims of a document; raises ReadError for one that cannot be read."""


def extracted(extractor: Extracting, document: Document, themes: Sequence[Theme]) -> Extraction:
    """The claims of a document; a fault of ours costs this document only (`ReadError`), not the batch."""
    try:
        return extractor.extract(document, themes)
    except ClaimkbError:
        raise
    except Exception as error:
        reason = f"The extraction of claims failed ({type(error).__name__}: {error})."
        raise ReadError(reason, _ISSUES) from error


def read_inputs(
    paths: Sequence[str], options: "SourceOptions | None", *, access: "Access | None" = None
) -> Iterator[Document | Refusal]:
    """The documents and refusals behind the arguments of ingest."""
    from claimkb.readers.fetch import Access
    from claimkb.readers.inputs import read_inputs
    from claimkb.readers.options import SourceOptions

    return read_inputs(paths, options=options or SourceOptions(), access=access or Access())


def themes_for(paths: Sequence[str], explicit: str | None) -> tuple[Theme, ...]:
    """The taxonomy that goes with the arguments of ingest."""
    from claimkb.readers.themes_file import themes_for

    return themes_for(paths, explicit)


def make_extractor() -> Extracting:
    """The extractor with the English parser; loads it."""
    from claimkb.extract import Extractor

    return Extractor()


def keys_of(claim: Claim) -> Iterable[str]:
    """The pair-keys of a claim."""
    from claimkb.compare import pair_keys

    return pair_keys(claim)


def judge(a: ComparedClaim, b: ComparedClaim, key: str = "") -> Verdict:
    """The verdict on two claims, by the rules that are switched on."""
    from claimkb.compare import judge
    from claimkb.lexicon.settings import rules_off

    return judge(a, b, key, off=rules_off())


def judge_texts(first: Sequence[Claim], second: Sequence[Claim]) -> Verdict:
    """The verdict on two texts, given the claims of each, by the rules that are switched on."""
    from claimkb.compare import judge_texts
    from claimkb.lexicon.settings import rules_off

    return judge_texts(first, second, off=rules_off())


def id_of(document_hash: str, claim: Claim) -> str:
    """The id that a claim of a document must have."""
    from claimkb.extract.identity import id_of

    return id_of(document_hash, claim)


def tag_claim(claim: Claim, heading: str, themes: Sequence[Theme]) -> tuple[ThemeTag, ...]:
    """The themes of a claim that is already split, under the heading it stands under."""
    from claimkb.extract.themes import tag_themes

    return tag_themes(claim.text, themes, context=heading)


@dataclass(frozen=True)
class Parts:
    """The functions that the workflow composes."""

    read: Callable[..., Iterator[Document | Refusal]] = read_inputs  # (paths, options, access=...)
    themes: Callable[[Sequence[str], str | None], tuple[Theme, ...]] = themes_for
    make_extractor: Callable[[], Extracting] = make_extractor
    keys: Callable[[Claim], Iterable[str]] = keys_of
    judge: Callable[[ComparedClaim, ComparedClaim, str], Verdict] = judge
    judge_texts: Callable[[Sequence[Claim], Sequence[Claim]], Verdict] = judge_texts
    tag: Callable[[Claim, str, Sequence[Theme]], tuple[ThemeTag, ...]] = tag_claim
    id_of: Callable[[str, Claim], str] | None = id_of

    def judging(self) -> Callable[[ComparedClaim, ComparedClaim, str], Verdict]:
        """The same as `judge` for many pairs: what the user has set is read once."""
        if self.judge is not judge:
            return self.judge
        from claimkb.compare import judge as by_rules
        from claimkb.lexicon.settings import rules_off

        return partial(by_rules, off=rules_off())

    def tagger(self, themes: Sequence[Theme]) -> Callable[[Claim, str], tuple[ThemeTag, ...]]:
        """What gives a claim under a heading its tags among these themes."""

        def tag(claim: Claim, heading: str) -> tuple[ThemeTag, ...]:
            """The tags of one claim."""
            return self.tag(claim, heading, themes)

        return tag

    @cached_property
    def extractor(self) -> Extracting:
        """The extractor, made on first use."""
        return self.make_extractor()
