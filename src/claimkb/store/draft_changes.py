"""What a draft has otherwise than its base, and how the base is made to say it."""

# ruff: noqa: S608 - statements are composed of constants; every value is bound to a placeholder

import json
import sqlite3
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from claimkb.model import Direction, Relation, RelationKind, Scope, Verdict
from claimkb.records import RebuildChange
from claimkb.store.draft_files import VERDICT
from claimkb.store.loading import batches
from claimkb.store.rows import evidence_from_json

if TYPE_CHECKING:
    from claimkb.store.store import Store


def changes_between(connection: sqlite3.Connection, base: str, draft: str) -> Iterator[RebuildChange]:
    """What the draft has otherwise than the base, in the order of the findings' ids."""
    differs = " OR ".join(f"held.{name} IS NOT found.{name}" for name in VERDICT)
    visibly = " OR ".join(f"held.{name} IS NOT found.{name}" for name in VERDICT if name != "key")
    on = "held.a = found.a AND held.b = found.b"
    held, found = f"{base}.relations AS held", f"{draft}.found AS found"
    both = f"FROM {found} JOIN {held} ON {on}"
    sides = f"LEFT JOIN {base}.claims AS a ON a.id = {{0}}.a LEFT JOIN {base}.claims AS b ON b.id = {{0}}.b"
    columns = "{0}.uid, {0}.kind, {0}.type, {0}.rule, a.uid, a.label, b.uid, b.label"
    before = "held.kind || ' ' || held.type, held.status"
    for row in connection.execute(
        f"""SELECT 'gone', {columns.format("held")}, {before} FROM {held}
            LEFT JOIN {found} ON {on} {sides.format("held")} WHERE found.uid IS NULL
        UNION ALL SELECT 'new', {columns.format("found")}, '', '' FROM {found}
            LEFT JOIN {held} ON {on} {sides.format("found")} WHERE held.uid IS NULL
        UNION ALL SELECT iif({visibly}, 'changed', 'key'), {columns.format("found")}, {before}
            {both} {sides.format("found")} WHERE {differs}
        ORDER BY 2"""
    ):
        yield RebuildChange(*row)


def replace_with_draft(store: "Store", changes: Sequence[RebuildChange]) -> None:
    """Write what differs; the draft is attached as `draft`."""
    execute = store.connection.execute
    execute(
        """DELETE FROM main.claim_keys WHERE NOT EXISTS (SELECT 1 FROM draft.claim_keys AS new
            WHERE new.claim = claim_keys.claim AND new.rank = claim_keys.rank AND new.keys = claim_keys.keys)"""
    )
    execute(
        """DELETE FROM main.pair_keys WHERE NOT EXISTS (SELECT 1 FROM draft.pair_keys AS new
            WHERE new.key = pair_keys.key AND new.rank = pair_keys.rank AND new.claim = pair_keys.claim)"""
    )
    execute("INSERT OR IGNORE INTO main.claim_keys SELECT claim, rank, keys FROM draft.claim_keys")
    execute("INSERT OR IGNORE INTO main.pair_keys SELECT key, rank, claim FROM draft.pair_keys")
    for change in changes:
        if change.change != "new":
            execute("DELETE FROM main.relations WHERE uid = ?", (change.id,))
    wanted = [change.id for change in changes if change.change != "gone"]
    for batch in batches(wanted):
        rows = execute(
            "SELECT * FROM draft.found WHERE uid IN (SELECT value FROM json_each(?)) ORDER BY uid",
            (json.dumps(batch),),
        )
        store.add_relations(map(_relation, rows.fetchall()))


def _relation(row: sqlite3.Row) -> Relation:
    verdict = Verdict(
        kind=RelationKind(row["kind"]),
        type=row["type"],
        rule=row["rule"],
        label=row["label"],
        reason=row["reason"],
        confidence=row["confidence"],
        evidence=evidence_from_json(row["evidence"]),
        key=row["key"],
        direction=Direction(row["direction"]),
        a_marks=tuple(json.loads(row["a_marks"])),
        b_marks=tuple(json.loads(row["b_marks"])),
    )
    return Relation(row["uid"], row["a_uid"], row["b_uid"], Scope(row["scope"]), verdict)
