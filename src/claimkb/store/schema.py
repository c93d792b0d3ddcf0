"""The tables of a claimkb database, as the statements that make them, version by version.

Rows are joined by integer keys that never leave the file; what people see are
the text ids (`uid`), which are hashes of content and the same on every
machine. One text is one document, however many paths it was given under
(`appearances`): a reprint is not a second witness.

`STATEMENTS` is version 1, each later version a tuple of what it adds; released
ones are never edited.
"""

from claimkb.store.schema_views import FULL_TEXT, VIEWS

APPLICATION_ID = 0x636C6B62  # "clkb", so that `file` and we know our own
SCHEMA_VERSION = 12

TABLES = (
    """CREATE TABLE sources (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL UNIQUE
    )""",
    # `origin` is the hash of the first text of a family of near-identical ones.
    """CREATE TABLE documents (
        id INTEGER PRIMARY KEY,
        path TEXT NOT NULL UNIQUE,
        hash TEXT NOT NULL UNIQUE,
        text TEXT NOT NULL,
        source INTEGER NOT NULL REFERENCES sources(id),
        origin TEXT NOT NULL,
        title TEXT, author TEXT, published TEXT, url TEXT, reliability TEXT, language TEXT,
        published_start TEXT, published_end TEXT,
        themes TEXT NOT NULL,
        inferred TEXT NOT NULL,
        parser TEXT NOT NULL,
        taxonomy TEXT NOT NULL,
        ingested_at TEXT NOT NULL
    )""",
    """CREATE TABLE appearances (
        path TEXT PRIMARY KEY,
        document INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
        metadata TEXT NOT NULL
    ) WITHOUT ROWID""",
    # `digest` joins the same sentence of two documents: how near-identical texts are found.
    """CREATE TABLE sentences (
        document INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        start INTEGER NOT NULL, "end" INTEGER NOT NULL,
        role TEXT NOT NULL,
        reason TEXT NOT NULL,
        digest INTEGER,
        PRIMARY KEY (document, position)
    ) WITHOUT ROWID""",
    """CREATE TABLE claims (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        document INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        sentence INTEGER NOT NULL,
        label TEXT NOT NULL, text TEXT NOT NULL, as_written TEXT NOT NULL,
        quote TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
        subject TEXT NOT NULL, predicate TEXT NOT NULL, object TEXT NOT NULL,
        polarity TEXT NOT NULL, modality TEXT NOT NULL,
        holder TEXT, holder_key TEXT, stance TEXT NOT NULL,
        ambiguous INTEGER NOT NULL, doubtful INTEGER NOT NULL,
        frame TEXT NOT NULL, notes TEXT NOT NULL,
        content TEXT NOT NULL
    )""",
    """CREATE TABLE quantities (
        claim INTEGER NOT NULL REFERENCES claims(id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        low REAL, high REAL, unit TEXT, comparator TEXT NOT NULL, approximate INTEGER NOT NULL,
        "of" TEXT, text TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
        PRIMARY KEY (claim, position)
    ) WITHOUT ROWID""",
    """CREATE TABLE dates (
        claim INTEGER NOT NULL REFERENCES claims(id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        start TEXT, "end" TEXT, precision TEXT NOT NULL, deictic INTEGER NOT NULL,
        text TEXT NOT NULL, char_start INTEGER NOT NULL, char_end INTEGER NOT NULL,
        PRIMARY KEY (claim, position)
    ) WITHOUT ROWID""",
    """CREATE TABLE entities (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        kind TEXT NOT NULL,
        UNIQUE (name, kind)
    )""",
    """CREATE TABLE claim_entities (
        claim INTEGER NOT NULL REFERENCES claims(id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        entity INTEGER NOT NULL REFERENCES entities(id),
        text TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
        PRIMARY KEY (claim, position)
    ) WITHOUT ROWID""",
    """CREATE TABLE themes (
        id INTEGER PRIMARY KEY,
        slug TEXT NOT NULL UNIQUE,
        label TEXT NOT NULL,
        broader TEXT, iptc TEXT,
        terms TEXT NOT NULL
    )""",
    """CREATE TABLE claim_themes (
        claim INTEGER NOT NULL REFERENCES claims(id) ON DELETE CASCADE,
        theme INTEGER NOT NULL REFERENCES themes(id),
        position INTEGER NOT NULL,
        terms TEXT NOT NULL,
        PRIMARY KEY (claim, theme)
    ) WITHOUT ROWID""",
    # `rank` orders the claims of a key by their uid, so that a cap takes the same ones everywhere.
    """CREATE TABLE pair_keys (
        key TEXT NOT NULL,
        rank INTEGER NOT NULL,
        claim INTEGER NOT NULL REFERENCES claims(id) ON DELETE CASCADE,
        PRIMARY KEY (key, rank, claim)
    ) WITHOUT ROWID""",
    # `pair` is the content of the two claims: what a person's decision is remembered by.
    """CREATE TABLE relations (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        a INTEGER NOT NULL REFERENCES claims(id) ON DELETE CASCADE,
        b INTEGER NOT NULL REFERENCES claims(id) ON DELETE CASCADE,
        kind TEXT NOT NULL, type TEXT NOT NULL, scope TEXT NOT NULL,
        confidence REAL NOT NULL,
        rule TEXT NOT NULL, label TEXT NOT NULL, reason TEXT NOT NULL, evidence TEXT NOT NULL,
        key TEXT NOT NULL, direction TEXT NOT NULL,
        a_marks TEXT NOT NULL, b_marks TEXT NOT NULL,
        pair TEXT NOT NULL,
        status TEXT NOT NULL DEFAULT 'suggested',
        note TEXT,
        UNIQUE (a, b)
    )""",
    """CREATE TABLE relation_themes (
        relation INTEGER NOT NULL REFERENCES relations(id) ON DELETE CASCADE,
        theme INTEGER NOT NULL REFERENCES themes(id),
        PRIMARY KEY (relation, theme)
    ) WITHOUT ROWID""",
    # No foreign keys here: decisions outlive the rows they were made on.
    """CREATE TABLE reviews (
        pair TEXT NOT NULL,
        family TEXT NOT NULL CHECK (family IN ('support', 'conflict')),
        relation TEXT NOT NULL,
        rule TEXT NOT NULL,
        status TEXT NOT NULL,
        note TEXT,
        decided_at TEXT NOT NULL,
        PRIMARY KEY (pair, family)
    ) WITHOUT ROWID""",
)

INDEXES = (
    "CREATE INDEX documents_source ON documents(source)",
    "CREATE INDEX documents_origin ON documents(origin)",
    "CREATE INDEX appearances_document ON appearances(document)",
    "CREATE INDEX sentences_digest ON sentences(digest) WHERE digest IS NOT NULL",
    "CREATE INDEX claims_document ON claims(document, start)",
    "CREATE INDEX claims_holder ON claims(holder_key) WHERE holder_key IS NOT NULL",
    "CREATE INDEX claim_entities_entity ON claim_entities(entity, claim)",
    "CREATE INDEX claim_themes_theme ON claim_themes(theme, claim)",
    "CREATE INDEX pair_keys_claim ON pair_keys(claim)",
    "CREATE INDEX relations_b ON relations(b)",
    "CREATE INDEX relations_strength ON relations(scope, kind, confidence DESC, uid)",
    "CREATE INDEX relations_pair ON relations(pair)",
    "CREATE INDEX relations_key ON relations(key)",
    "CREATE INDEX relation_themes_theme ON relation_themes(theme, relation)",
    "CREATE INDEX reviews_relation ON reviews(relation)",
)

STATEMENTS = TABLES + INDEXES + FULL_TEXT + VIEWS

FINGERPRINTS_AND_VERSIONS = (
    # Two texts that share a value are worth a look: one may be an edited copy of the other.
    """CREATE TABLE fingerprints (
        value INTEGER NOT NULL,
        document INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
        PRIMARY KEY (value, document)
    ) WITHOUT ROWID""",
    "CREATE INDEX fingerprints_document ON fingerprints(document)",
    # What a path held before: the whole text, and its claims as a list. No foreign
    # keys here: a version outlives the rows it was read from.
    """CREATE TABLE versions (
        id INTEGER PRIMARY KEY,
        path TEXT NOT NULL,
        number INTEGER NOT NULL,
        hash TEXT NOT NULL,
        text TEXT NOT NULL,
        metadata TEXT NOT NULL,
        claims TEXT NOT NULL,
        ingested_at TEXT NOT NULL,
        replaced_at TEXT NOT NULL,
        UNIQUE (path, number)
    )""",
)

PLACES_AND_ORIGINALS = (
    # Pages and chapters: each goes from its start to that of the next.
    """CREATE TABLE places (
        document INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
        start INTEGER NOT NULL,
        name TEXT NOT NULL,
        PRIMARY KEY (document, start)
    ) WITHOUT ROWID""",
    # Pages as they were fetched (body compressed with zlib), every different one that a path has had. No
    # foreign keys here either: they are what a claim can be checked against when all else has changed.
    """CREATE TABLE originals (
        id INTEGER PRIMARY KEY,
        path TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        url TEXT NOT NULL,
        fetched_at TEXT NOT NULL,
        media_type TEXT NOT NULL,
        charset TEXT, etag TEXT, last_modified TEXT,
        body BLOB NOT NULL,
        UNIQUE (path, sha256)
    )""",
)

# Names are looked up whatever their case; the few hidden claims are known without reading the others.
LOOK_UPS = (
    "CREATE INDEX sources_name ON sources(name COLLATE NOCASE)",
    "CREATE INDEX entities_name ON entities(name COLLATE NOCASE)",
    "CREATE INDEX claim_entities_text ON claim_entities(text COLLATE NOCASE, entity)",
    "CREATE INDEX claims_hidden ON claims(id) WHERE hidden",
    "CREATE INDEX documents_published ON documents(published IS NULL, published, path)",
)
