"""Looking after the base: `check` derives everything again, `review` records a person's word."""

from pathlib import Path

from claimkb.model import Status
from claimkb.records import Problem, RelationDetail
from claimkb.workflow.parts import Parts


def check(db_path: Path | str, *, parts: Parts | None = None) -> tuple[Problem, ...]:
    """All that is off in the base: empty if every span, hash, key and finding can be derived again."""
    from claimkb.store.verify import Rules, verify

    parts = parts or Parts()
    return verify(db_path, Rules(keys_of=parts.keys, judge=parts.judge, id_of=parts.id_of))


def review(db_path: Path | str, relation_id: str, status: Status, note: str | None = None) -> RelationDetail:
    """Confirm or dismiss a finding (or with `suggested` take that back), by its id or the beginning of it.

    Returns the finding as it stands now.
    """
    from claimkb.store.queries import Reader
    from claimkb.store.store import Store

    with Reader(db_path) as reader:
        before = reader.relation(relation_id).relation
        verb = {Status.CONFIRMED: "confirmed", Status.DISMISSED: "dismissed", Status.SUGGESTED: "reset"}[
            status
        ]
        words = f"{verb} {before.kind.value} {before.id[:8]} ({before.type})"
        with Store.open_existing(db_path) as store, store.transaction():
            store.review(before.id, status, note, words=words)
        return reader.relation(before.id)
