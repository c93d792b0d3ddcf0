"""What changed between two versions of a document, claim by claim.

A claim that says the same words in the same way is unchanged wherever it now
stands. Of the rest, those whose words are most alike are one claim that was
changed, and its words are compared one by one; what finds no partner appeared
or vanished. A sentence that was turned round keeps nearly all its words, so
polarity, modality and holder are compared apart and come first.
"""

from collections import defaultdict
from collections.abc import Sequence
from difflib import SequenceMatcher
from pathlib import Path

from claimkb.errors import NotFoundError
from claimkb.records import ClaimChange, DocumentVersion, VersionClaim

# Half of the words in order: below that two claims of one article are two claims.
ALIKE = 0.5

APPEARED, CHANGED, VANISHED = "appeared", "changed", "vanished"


def diff(
    db_path: Path | str, document: str, *, older: int | None = None, newer: int | None = None
) -> tuple[DocumentVersion, DocumentVersion, tuple[ClaimChange, ...]]:
    """Two versions of a document, by default the last two, and what changed from one to the other.

    `document` is its path, the end of it, or its source's name. Raises
    `NotFoundError` for a document or version that is not there.
    """
    from claimkb.store.queries import Reader

    with Reader(db_path) as reader:
        held = reader.versions(document)
    last = held[-1].number
    new = _numbered(held, last if newer is None else newer)
    old = _numbered(held, max(1, new.number - 1) if older is None else older)
    return old, new, changes(old.claims, new.claims)


def changes(before: Sequence[VersionClaim], after: Sequence[VersionClaim]) -> tuple[ClaimChange, ...]:
    """What changed, in the order of the newer text; what vanished stands where it used to."""
    old, new = _without_unchanged(before, after)
    pairs = _most_alike(old, new)
    paired = {claim.id for pair in pairs for claim in pair}
    found = [(new_claim.start, _changed(old_claim, new_claim)) for old_claim, new_claim in pairs]
    found += [(c.start, _one_sided(APPEARED, c)) for c in new if c.id not in paired]
    found += [(c.start, _one_sided(VANISHED, c)) for c in old if c.id not in paired]
    return tuple(change for _, change in sorted(found, key=lambda each: (each[0], each[1].change)))


def marked_words(before: str, after: str) -> str:
    """The two texts in one: what went as [-words-], what came as {+words+}."""
    old, new = before.split(), after.split()
    parts = []
    for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            parts.append(" ".join(old[a:b]))
            continue
        if b > a:
            parts.append(f"[-{' '.join(old[a:b])}-]")
        if d > c:
            parts.append(f"{{+{' '.join(new[c:d])}+}}")
    return " ".join(parts)


def _numbered(held: Sequence[DocumentVersion], number: int) -> DocumentVersion:
    for version in held:
        if version.number == number:
            return version
    there = "one version" if len(held) == 1 else f"versions 1 to {len(held)}"
    raise NotFoundError(f"{held[0].path} has {there}, none with the number {number}.", "Name another.")


def _without_unchanged(
    before: Sequence[VersionClaim], after: Sequence[VersionClaim]
) -> tuple[list[VersionClaim], list[VersionClaim]]:
    same: dict[tuple[object, ...], list[VersionClaim]] = defaultdict(list)
    for claim in after:
        same[_said(claim)].append(claim)
    kept = set()
    old = []
    for claim in before:
        if same[_said(claim)]:
            kept.add(same[_said(claim)].pop(0).id)
        else:
            old.append(claim)
    return old, [claim for claim in after if claim.id not in kept]


def _said(claim: VersionClaim) -> tuple[object, ...]:
    return (" ".join(claim.text.split()), claim.polarity, claim.modality, claim.attributed_to)


def _most_alike(
    old: Sequence[VersionClaim], new: Sequence[VersionClaim]
) -> list[tuple[VersionClaim, VersionClaim]]:
    """Pairs of claims, the most alike first, none in two pairs."""
    scored = []
    for b in new:
        matcher = SequenceMatcher(None, autojunk=False)
        matcher.set_seq2(_words(b))
        for a in old:
            matcher.set_seq1(_words(a))
            if matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE:
                scored.append((-matcher.ratio(), abs(a.start - b.start), a, b))
    pairs = []
    taken: set[str] = set()
    for score, _, a, b in sorted(scored, key=lambda each: (each[0], each[1], each[2].id, each[3].id)):
        if -score >= ALIKE and not {f"a{a.id}", f"b{b.id}"} & taken:
            pairs.append((a, b))
            taken |= {f"a{a.id}", f"b{b.id}"}
    return pairs


def _words(claim: VersionClaim) -> list[str]:
    return claim.text.casefold().split()


def _changed(old: VersionClaim, new: VersionClaim) -> ClaimChange:
    turned = [
        f"{name}: {was or 'the author'} → {now or 'the author'}"
        for name, was, now in (
            ("polarity", old.polarity, new.polarity),
            ("modality", old.modality, new.modality),
            ("said by", old.attributed_to, new.attributed_to),
        )
        if was != now
    ]
    return ClaimChange(
        change=CHANGED,
        label=new.label,
        words=marked_words(old.text, new.text),
        turned=tuple(turned),
        before=old.text,
        after=new.text,
        before_quote=old.quote,
        after_quote=new.quote,
        before_id=old.id,
        after_id=new.id,
    )


def _one_sided(change: str, claim: VersionClaim) -> ClaimChange:
    before, after = (claim, None) if change == VANISHED else (None, claim)
    return ClaimChange(
        change=change,
        label=claim.label,
        words=f"[-{claim.text}-]" if before else f"{{+{claim.text}+}}",
        turned=(),
        before=before.text if before else None,
        after=after.text if after else None,
        before_quote=before.quote if before else None,
        after_quote=after.quote if after else None,
        before_id=before.id if before else None,
        after_id=after.id if after else None,
    )
