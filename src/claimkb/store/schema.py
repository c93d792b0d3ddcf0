"""The tables of a claimkb database, as the statements that make them, version by version.

Rows are joined by integer keys that never leave the file; what people see are
the text ids (`uid`), which are hashes of content and the same on every
machine. One text is one document, however many paths it was given under
(`appearances`): a reprint is not a second witness. The two views hold what a
person with plain SQL would otherwise have to join.

`STATEMENTS` is version 1, each later version a tuple of what it adds; released
ones are never edited.
"""

APPLICATION_ID = 0x636C6B62  # "clkb", so that `file` and we know our own
SCHEMA_VERSION = 8

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

FULL_TEXT = (
    """CREATE VIRTUAL TABLE claims_fts USING fts5 (
        text, quote, label, content='claims', content_rowid='id',
        tokenize='unicode61 remove_diacritics 2'
    )""",
    """CREATE TRIGGER claims_fts_insert AFTER INSERT ON claims BEGIN
        INSERT INTO claims_fts (rowid, text, quote, label) VALUES (new.id, new.text, new.quote, new.label);
    END""",
    """CREATE TRIGGER claims_fts_delete AFTER DELETE ON claims BEGIN
        INSERT INTO claims_fts (claims_fts, rowid, text, quote, label)
        VALUES ('delete', old.id, old.text, old.quote, old.label);
    END""",
    """CREATE TRIGGER claims_fts_update AFTER UPDATE OF text, quote, label ON claims BEGIN
        INSERT INTO claims_fts (claims_fts, rowid, text, quote, label)
        VALUES ('delete', old.id, old.text, old.quote, old.label);
        INSERT INTO claims_fts (rowid, text, quote, label) VALUES (new.id, new.text, new.quote, new.label);
    END""",
)

VIEWS = (
    """CREATE VIEW claims_view AS
    SELECT claims.uid AS id, claims.label, claims.text, claims.quote, claims.start, claims."end",
        documents.path AS document, sources.name AS source, documents.title, documents.author,
        documents.published, documents.url,
        (SELECT group_concat(slug, '; ') FROM (SELECT slug FROM claim_themes JOIN themes ON themes.id = theme
            WHERE claim = claims.id ORDER BY position)) AS themes,
        (SELECT group_concat(name, '; ') FROM (SELECT name FROM claim_entities
            JOIN entities ON entities.id = entity WHERE claim = claims.id
            GROUP BY name ORDER BY min(position))) AS entities,
        claims.subject, claims.predicate, claims.object, claims.polarity, claims.modality,
        claims.holder AS attributed_to, claims.stance,
        (SELECT group_concat(text, '; ') FROM quantities WHERE claim = claims.id) AS quantities,
        (SELECT group_concat(text, '; ') FROM dates WHERE claim = claims.id) AS dates,
        claims.ambiguous, claims.doubtful
    FROM claims JOIN documents ON documents.id = claims.document
    JOIN sources ON sources.id = documents.source""",
    """CREATE VIEW relations_view AS
    SELECT relations.uid AS id, relations.kind, relations.type, relations.confidence, relations.scope,
        relations.status, relations.note, relations.rule, relations.reason, relations.key,
        a.uid AS a_id, a_source.name AS a_source, a_document.published AS a_published,
        a.holder AS a_attributed_to, a.label AS a_label, a.text AS a_text, a.quote AS a_quote,
        b.uid AS b_id, b_source.name AS b_source, b_document.published AS b_published,
        b.holder AS b_attributed_to, b.label AS b_label, b.text AS b_text, b.quote AS b_quote
    FROM relations
    JOIN claims AS a ON a.id = relations.a JOIN claims AS b ON b.id = relations.b
    JOIN documents AS a_document ON a_document.id = a.document
    JOIN documents AS b_document ON b_document.id = b.document
    JOIN sources AS a_source ON a_source.id = a_document.source
    JOIN sources AS b_source ON b_source.id = b_document.source""",
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
