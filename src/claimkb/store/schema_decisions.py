"""Version 3 of the schema: what people decide.

`decisions` holds the present state, by what it is about (`key`; for claims
their content, with the id of one as a second way to meet them again),
`journal` how it came about, so that each step can be taken back. The rest is
what a decision makes of the rows, beside what was found in the texts.
"""

from claimkb.store.schema_views import VIEWS

DECISIONS = (
    """CREATE TABLE decisions (
        kind TEXT NOT NULL,
        key TEXT NOT NULL,
        claim TEXT,
        value TEXT NOT NULL,
        decided_at TEXT NOT NULL,
        PRIMARY KEY (kind, key)
    ) WITHOUT ROWID""",
    """CREATE TABLE journal (
        id INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        words TEXT NOT NULL,
        changes TEXT NOT NULL,
        undone_at TEXT
    )""",
    # The tags that a claim earned by its words, where a person's differ.
    """CREATE TABLE themes_found (
        claim INTEGER PRIMARY KEY REFERENCES claims(id) ON DELETE CASCADE,
        tags TEXT NOT NULL
    )""",
    # What is known of a document without a person's corrections, where there are any.
    """CREATE TABLE metadata_found (
        path TEXT PRIMARY KEY REFERENCES appearances(path) ON DELETE CASCADE,
        metadata TEXT NOT NULL
    ) WITHOUT ROWID""",
    "ALTER TABLE claim_entities ADD COLUMN found INTEGER REFERENCES entities(id)",
    "ALTER TABLE claims ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE relations ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0",
    "CREATE INDEX decisions_claim ON decisions(kind, claim) WHERE claim IS NOT NULL",
    "CREATE INDEX claims_content ON claims(content)",
    "CREATE INDEX claim_entities_found ON claim_entities(found) WHERE found IS NOT NULL",
    "DROP VIEW claims_view",
    f"{VIEWS[0]}\n    WHERE claims.hidden = 0",
    "DROP VIEW relations_view",
    f"{VIEWS[1]}\n    WHERE relations.hidden = 0",
)
