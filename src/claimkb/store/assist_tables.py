"""The tables of what models said: answers as they came, extractions, rejections, second opinions, pairs proposed."""

STATEMENTS = (
    # "" for the rules, else "llm:NAME": whose wording a claim is.
    "ALTER TABLE claims ADD COLUMN extractor TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX claims_extractor ON claims(extractor, document) WHERE extractor != ''",
    # Kept by content, so that no question is paid for twice.
    """CREATE TABLE model_answers (
        key TEXT PRIMARY KEY,
        model TEXT NOT NULL,
        answer TEXT NOT NULL,
        tokens_in INTEGER NOT NULL, tokens_out INTEGER NOT NULL,
        answered_at TEXT NOT NULL
    ) WITHOUT ROWID""",
    """CREATE TABLE extractions (
        document INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
        extractor TEXT NOT NULL,
        model TEXT NOT NULL, prompt TEXT NOT NULL, parameters TEXT NOT NULL,
        passages INTEGER NOT NULL, accepted INTEGER NOT NULL, rejected INTEGER NOT NULL,
        tokens_in INTEGER NOT NULL, tokens_out INTEGER NOT NULL,
        broken_off INTEGER NOT NULL,
        extracted_at TEXT NOT NULL,
        PRIMARY KEY (document, extractor)
    ) WITHOUT ROWID""",
    """CREATE TABLE rejections (
        document INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
        extractor TEXT NOT NULL,
        position INTEGER NOT NULL,
        claim TEXT NOT NULL, quote TEXT NOT NULL, holder TEXT NOT NULL,
        failed TEXT NOT NULL, reason TEXT NOT NULL,
        PRIMARY KEY (document, extractor, position)
    ) WITHOUT ROWID""",
    # Keyed by content like reviews, so that an opinion outlives the rows it was given on.
    """CREATE TABLE opinions (
        pair TEXT NOT NULL,
        judge TEXT NOT NULL,
        model TEXT NOT NULL, version TEXT NOT NULL,
        verdict TEXT NOT NULL, score REAL NOT NULL, reason TEXT NOT NULL,
        given_at TEXT NOT NULL,
        PRIMARY KEY (pair, judge)
    ) WITHOUT ROWID""",
)

# Pairs to compare that no key proposes.
PROPOSALS = (
    """CREATE TABLE proposals (
        a INTEGER NOT NULL REFERENCES claims(id) ON DELETE CASCADE,
        b INTEGER NOT NULL REFERENCES claims(id) ON DELETE CASCADE,
        proposer TEXT NOT NULL, score REAL NOT NULL,
        PRIMARY KEY (a, b)
    ) WITHOUT ROWID""",
    "CREATE INDEX proposals_b ON proposals(b, a)",
)

# The package that reached or ran a model, with its release: another may answer otherwise.
SOFTWARE = (
    "ALTER TABLE extractions ADD COLUMN software TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE opinions ADD COLUMN software TEXT NOT NULL DEFAULT ''",
)
