"""The deterministic id of a claim: what makes it the same claim on every machine and at every re-ingest."""

from hashlib import sha256

from claimkb.ids import id_from
from claimkb.model import Claim

ID_LENGTH = 16


def claim_id(document_hash: str, start: int, end: int, text: str, holder_key: str) -> str:
    """16 hexadecimal digits of a hash of the claim's document, place, words and holder."""
    parts = (document_hash, str(start), str(end), text, holder_key)
    return id_from(sha256("\x1f".join(parts).encode()).hexdigest(), ID_LENGTH)


def id_of(document_hash: str, claim: Claim) -> str:
    """The id that a claim of a document must have."""
    holder = claim.holder.key if claim.holder else ""
    # A model may word a claim as the rules do: it is another claim all the same.
    voice = f"{holder}\x1f{claim.extractor}" if claim.extractor else holder
    return claim_id(document_hash, claim.start, claim.end, claim.text, voice)
