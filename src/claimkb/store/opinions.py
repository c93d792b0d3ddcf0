"""What judges said of findings, and how often a rule and a judge together were right on review.

Where findings of a rule on which a judge says the same (or otherwise) were
reviewed, their confidence is the share that held, with the rule's own
confidence counted like `PRIOR` reviews: few decisions move it little.
"""

# ruff: noqa: S608 - statements are composed of constants; every value is bound to a placeholder

import json
import sqlite3
from collections import defaultdict
from collections.abc import Sequence

from claimkb.assist_records import SecondOpinion

PRIOR = 4

# A judge knows no tension: what it calls a contradiction bears one out.
_AGREES = """(opinions.verdict = relations.kind
    OR (relations.kind = 'tension' AND opinions.verdict = 'contradiction'))"""

_HELD = f"""SELECT relations.rule AS rule, judge, {_AGREES} AS agrees,
    sum(relations.status = 'confirmed') AS confirmed, count(*) AS decided
    FROM opinions JOIN relations ON relations.pair = opinions.pair
    WHERE relations.status != 'suggested' GROUP BY 1, 2, 3"""

# For `ORDER BY`: the confidence of the rule with the judge on whom most was decided.
HELD = f"held AS MATERIALIZED ({_HELD})"
TOGETHER = f"""coalesce((SELECT (held.confirmed + {PRIOR} * relations.confidence) / (held.decided + {PRIOR})
    FROM opinions JOIN held ON held.rule = relations.rule AND held.judge = opinions.judge
        AND held.agrees = {_AGREES}
    WHERE opinions.pair = relations.pair ORDER BY held.decided DESC, held.judge LIMIT 1), relations.confidence)"""


def are_there(connection: sqlite3.Connection) -> bool:
    """Whether any judge was asked: without, a finding's confidence is its rule's."""
    return connection.execute("SELECT 1 FROM opinions LIMIT 1").fetchone() is not None


def together(confidence: float, held: tuple[int, int]) -> float:
    """The confidence of a rule and a judge, from the rule's own and what held on review (as `TOGETHER`)."""
    confirmed, decided = held
    return (confirmed + PRIOR * confidence) / (decided + PRIOR)


def opinions_on(
    connection: sqlite3.Connection, page: Sequence[sqlite3.Row]
) -> dict[str, tuple[SecondOpinion, ...]]:
    """The opinions on a page of relations, by the content of their pairs."""
    rows = connection.execute(
        f"""SELECT opinions.*, relations.rule, relations.confidence, {_AGREES} AS agrees FROM opinions
        JOIN relations ON relations.pair = opinions.pair
        WHERE opinions.pair IN (SELECT value FROM json_each(?)) ORDER BY judge""",
        (json.dumps([row["pair"] for row in page]),),
    ).fetchall()
    held = _held(connection) if rows else {}
    found: dict[str, dict[str, SecondOpinion]] = defaultdict(dict)
    for row in rows:
        decided = held.get((row["rule"], row["judge"], row["agrees"]), (0, 0))
        found[row["pair"]][row["judge"]] = SecondOpinion(
            judge=row["judge"],
            verdict=row["verdict"],
            score=row["score"],
            reason=row["reason"],
            agrees=bool(row["agrees"]),
            held=decided,
            together=round(together(row["confidence"], decided), 4),
            made_with="; ".join(filter(None, (row["software"], row["version"]))),
        )
    return {pair: tuple(by_judge.values()) for pair, by_judge in found.items()}


def _held(connection: sqlite3.Connection) -> dict[tuple[str, str, int], tuple[int, int]]:
    """For each rule, judge, and whether they agree: how many findings a person confirmed, of all decided on."""
    rows = connection.execute(_HELD)
    return {(rule, judge, agrees): (confirmed, decided) for rule, judge, agrees, confirmed, decided in rows}
