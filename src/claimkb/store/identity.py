"""What makes two rows the same thing: every hash and normal form of the store.

A relation is its two claims, whatever the rules say of them, so its id
outlives a change of rules. A person's decision is remembered by the content
of the claims (words, holder, source), so that it outlives a correction
elsewhere in the file. All are plain SHA-256, the same on every machine.
"""

import re
from calendar import monthrange
from hashlib import sha256

from claimkb.ids import id_from
from claimkb.model import Claim, RelationKind

ID_LENGTH = 12  # hexadecimal digits: 48 bits, a clash is not expected below ten million rows
RANK_BITS = 63  # what an SQLite integer holds without a sign
# Sentences shorter than this are said alike by chance ("Share this article.").
DIGEST_MIN_WORDS = 6

_ISO_DATE = re.compile(r"(?!0000)(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?(?!\d|-)")
_WORDS = re.compile(r"\w+")


def relation_id(a: str, b: str) -> str:
    """The id of the relation between two claims, given in order of their ids."""
    return id_from(_hex(a, b), ID_LENGTH)


def source_id(name: str) -> str:
    """The id of the source of this name."""
    return id_from(_hex("source", name), ID_LENGTH)


def rank(claim_id: str) -> int:
    """Where a claim stands among those that share a key: even over all claims, and the same everywhere."""
    return int(_hex("rank", claim_id), 16) >> (256 - RANK_BITS)


def claim_content(claim: Claim, source: str) -> str:
    """What a decision on a claim holds for: its words, its holder and its source, not where it stands."""
    return _hex(normalised(claim.text), claim.holder.key if claim.holder else "", source)


def pair_content(a: str, b: str) -> str:
    """The content of two claims in either order, from the `claim_content` of each."""
    return _hex(*sorted((a, b)))


def family(kind: str) -> str:
    """What a decision was about: what is dismissed as contradiction stays so as tension, not as agreement."""
    return "support" if kind == RelationKind.AGREEMENT else "conflict"


def normalised(text: str) -> str:
    """The words of a text without case, spacing or punctuation."""
    return " ".join(_WORDS.findall(text.casefold()))


def sentence_digest(text: str) -> int | None:
    """A number that the same sentence has in every document; None for one too short to tell anything."""
    words = normalised(text)
    if words.count(" ") + 1 < DIGEST_MIN_WORDS:
        return None
    return int(_hex(words), 16) >> (256 - RANK_BITS)


def text_hash(text: str) -> str:
    """The hash of a document's text."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def day_range(iso: str | None) -> tuple[str | None, str | None]:
    """The first and last day of an ISO date that may be only a year or a month; nothing for anything else."""
    match = _ISO_DATE.match(iso or "")
    if match is None:
        return None, None
    year, month, day = match.groups()
    if day:
        return match[0], match[0]
    if not month:
        return f"{year}-01-01", f"{year}-12-31"
    return f"{year}-{month}-01", f"{year}-{month}-{monthrange(int(year), int(month))[1]:02d}"


def _hex(*parts: str) -> str:
    return sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
