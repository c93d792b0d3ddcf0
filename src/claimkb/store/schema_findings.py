"""Version 11 of the schema: findings in their order under each thing that they are listed by.

A listing shows the strongest findings of a theme, a source, a type. With only
the order of all findings it had to pass over those of other themes until
there were enough, which is all of them where a theme has none. So the tables
that say which themes and sources a finding has also hold what it is sorted
by, and which list it is on: its `shelf`, a number for kind and scope. A
finding is never altered in these, only made anew.
"""

# ruff: noqa: S608 - statements are composed of constants

from itertools import product

from claimkb.model import RelationKind, Scope

_KINDS = (RelationKind.AGREEMENT, RelationKind.CONTRADICTION, RelationKind.TENSION)
SHELVES = {  # stored: what is added goes to the end
    (kind, scope): place
    for place, (scope, kind) in enumerate(product((Scope.CROSS_SOURCE, Scope.WITHIN_SOURCE), _KINDS))
}
SHELF = (
    "CASE relations.kind || ' ' || relations.scope "
    + " ".join(f"WHEN '{kind} {scope}' THEN {place}" for (kind, scope), place in SHELVES.items())
    + " END"
)
SORTED_BY = f"{SHELF}, relations.confidence, relations.uid"

# The sources of the findings from a row key on.
SOURCES_OF_FINDINGS = f"""INSERT OR IGNORE INTO relation_sources (relation, source, shelf, confidence, uid)
    SELECT relations.id, documents.source, {SORTED_BY} FROM relations JOIN claims ON claims.id IN (a, b)
    JOIN documents ON documents.id = claims.document WHERE relations.id >= ?"""

FINDINGS_IN_ORDER = (
    "ALTER TABLE relation_themes ADD COLUMN shelf INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE relation_themes ADD COLUMN confidence REAL NOT NULL DEFAULT 0",
    "ALTER TABLE relation_themes ADD COLUMN uid TEXT NOT NULL DEFAULT ''",
    f"""UPDATE relation_themes SET (shelf, confidence, uid) =
        (SELECT {SORTED_BY} FROM relations WHERE relations.id = relation)""",
    "DROP INDEX relation_themes_theme",
    "CREATE INDEX relation_themes_strength ON relation_themes(theme, shelf, confidence DESC, uid)",
    """CREATE TABLE relation_sources (
        relation INTEGER NOT NULL REFERENCES relations(id) ON DELETE CASCADE,
        source INTEGER NOT NULL REFERENCES sources(id),
        shelf INTEGER NOT NULL,
        confidence REAL NOT NULL,
        uid TEXT NOT NULL,
        PRIMARY KEY (relation, source)
    ) WITHOUT ROWID""",
    "CREATE INDEX relation_sources_strength ON relation_sources(source, shelf, confidence DESC, uid)",
    SOURCES_OF_FINDINGS.replace("?", "0"),
    "CREATE INDEX relations_type ON relations(type, scope, kind, confidence DESC, uid)",
    # What people decided on is little beside what they did not.
    """CREATE INDEX relations_decided ON relations(scope, kind, confidence DESC, uid)
        WHERE status != 'suggested'""",
)
