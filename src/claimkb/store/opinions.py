"""What judges said of findings, and how often a rule and a judge together were right on review."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Sequence

from claimkb.assist_records import SecondOpinion

# A judge knows no tension: what it calls a contradiction bears one out.
_AGREES = """(opinions.verdict = relations.kind
    OR (relations.kind = 'tension' AND opinions.verdict = 'contradiction'))"""


def opinions_on(
    connection: sqlite3.Connection, page: Sequence[sqlite3.Row]
) -> dict[str, tuple[SecondOpinion, ...]]:
    """The opinions on a page of relations, by the content of their pairs."""
    rows = connection.execute(
        f"""SELECT opinions.*, relations.rule, {_AGREES} AS agrees FROM opinions
        JOIN relations ON relations.pair = opinions.pair
        WHERE opinions.pair IN (SELECT value FROM json_each(?)) ORDER BY judge""",  # noqa: S608 - a constant
        (json.dumps([row["pair"] for row in page]),),
    ).fetchall()
    held = _held(connection) if rows else {}
    found: dict[str, dict[str, SecondOpinion]] = defaultdict(dict)
    for row in rows:
        found[row["pair"]][row["judge"]] = SecondOpinion(
            judge=row["judge"],
            verdict=row["verdict"],
            score=row["score"],
            reason=row["reason"],
            agrees=bool(row["agrees"]),
            held=held.get((row["rule"], row["judge"], row["agrees"]), (0, 0)),
        )
    return {pair: tuple(by_judge.values()) for pair, by_judge in found.items()}


def _held(connection: sqlite3.Connection) -> dict[tuple[str, str, int], tuple[int, int]]:
    """For each rule, judge, and whether they agree: how many findings a person confirmed, of all decided on."""
    rows = connection.execute(
        f"""SELECT relations.rule, judge, {_AGREES} AS agrees, sum(relations.status = 'confirmed'), count(*)
        FROM opinions JOIN relations ON relations.pair = opinions.pair
        WHERE relations.status != 'suggested' GROUP BY 1, 2, 3"""  # noqa: S608 - a constant
    )
    return {(rule, judge, agrees): (confirmed, decided) for rule, judge, agrees, confirmed, decided in rows}
