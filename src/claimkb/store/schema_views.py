"""What is made of the tables: the index of words that a search looks into, and two views.

Triggers keep the index of words as the claims are. The views hold what a
person with plain SQL would otherwise have to join.
"""

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
