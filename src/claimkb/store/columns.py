"""What is selected of claims and relations for the records that leave the knowledge base, as SQL.

The rows are made into records in `records.py`.
"""

# ruff: noqa: S608 - statements are composed of constants; every value is bound to a placeholder

# The plus signs keep SQLite from the index of all findings of a kind, where those of one claim are asked for.
_FINDINGS = """(SELECT count(*) FROM relations WHERE relations.{side} = claims.id AND +kind = '{kind}'
    AND +scope = 'cross-source' AND status != 'dismissed' AND NOT relations.hidden)"""


def count_of(kind: str) -> str:
    """How many findings of a kind a claim is in, as SQL."""
    return " + ".join(_FINDINGS.format(side=side, kind=kind) for side in "ab")


# The voices that bear a claim out: outlets count once, and so do reprints across outlets.
VOICES = """(SELECT min(count(DISTINCT origin), count(DISTINCT other_document.source)) FROM (
        SELECT b AS other FROM relations WHERE a = claims.id AND {supports}
        UNION SELECT a FROM relations WHERE b = claims.id AND {supports}
    ) JOIN claims AS other_claim ON other_claim.id = other
    JOIN documents AS other_document ON other_document.id = other_claim.document)""".format(
    supports="+kind = 'agreement' AND +scope = 'cross-source' AND status != 'dismissed' AND NOT relations.hidden"
)


# How sure the surest finding that a claim is in is; and the voices on both sides of a finding.
SUREST = """coalesce((SELECT max(confidence) FROM relations WHERE (a = claims.id OR b = claims.id)
    AND +scope = 'cross-source' AND status != 'dismissed' AND NOT relations.hidden), 0)"""
VOICES_OF_BOTH = f"({VOICES.replace('claims.id', 'a.id')} + {VOICES.replace('claims.id', 'b.id')})"


def _decided(kind: str, claim: str) -> str:
    """A person's note or rating on a claim, by its content or else by its id."""
    return f"""coalesce((SELECT value FROM decisions WHERE kind = '{kind}' AND key = {claim}.content),
        (SELECT value FROM decisions WHERE kind = '{kind}' AND claim = {claim}.uid LIMIT 1))"""


CLAIM_COLUMNS = f"""claims.*, documents.path, documents.title, documents.author, documents.published,
    documents.url, documents.reliability, sources.name AS source,
    {count_of("agreement")} AS agreements, {count_of("contradiction")} AS contradictions,
    {VOICES} AS corroboration,
    {_decided("claim-rating", "claims")} AS rating, {_decided("claim-note", "claims")} AS note"""
CLAIM_TABLES = """claims JOIN documents ON documents.id = claims.document
    JOIN sources ON sources.id = documents.source"""
FULL_TEXT = " JOIN claims_fts ON claims_fts.rowid = claims.id"

_SIDE = """{s}.uid AS {s}_id, {s}.label AS {s}_label, {s}.text AS {s}_text, {s}.quote AS {s}_quote,
    {s}.start AS {s}_start, {s}."end" AS {s}_end, {s}_document.path AS {s}_document,
    {s}_source.name AS {s}_source, {s}_document.published AS {s}_published, {s}.holder AS {s}_attributed_to,
    {s}_document.title AS {s}_title, {s}_document.author AS {s}_author, {s}_document.url AS {s}_url,
    {s}_document.reliability AS {s}_reliability"""
_DETAIL = """{s}.stance AS {s}_stance, {s}_document.inferred AS {s}_inferred,
    (SELECT substr({s}_document.text, sentences.start + 1, sentences."end" - sentences.start) FROM sentences
    WHERE document = {s}.document AND position = {s}.sentence) AS {s}_sentence"""
RELATION_COLUMNS = "relations.*, relations.id AS row_key, " + ", ".join(
    f"{_SIDE.format(s=s)}, {_decided('claim-rating', s)} AS {s}_rating, {_decided('claim-note', s)} AS {s}_note"
    for s in "ab"
)
DETAIL_COLUMNS = RELATION_COLUMNS + ", " + ", ".join(_DETAIL.format(s=side) for side in "ab")
RELATION_TABLES = """relations JOIN claims AS a ON a.id = relations.a JOIN claims AS b ON b.id = relations.b
    JOIN documents AS a_document ON a_document.id = a.document
    JOIN documents AS b_document ON b_document.id = b.document
    JOIN sources AS a_source ON a_source.id = a_document.source
    JOIN sources AS b_source ON b_source.id = b_document.source"""

# A sentence with its words and those around it.
_WORDS = (
    """SELECT substr(text, {s}.start + 1, {s}."end" - {s}.start) FROM documents WHERE id = {s}.document"""
)
SENTENCE = f"""SELECT here.*, ({_WORDS.format(s="here")}) AS words,
    (SELECT ({_WORDS.format(s="near")}) FROM sentences AS near
        WHERE near.document = here.document AND near.position = here.position - 1) AS before,
    (SELECT ({_WORDS.format(s="near")}) FROM sentences AS near
        WHERE near.document = here.document AND near.position = here.position + 1) AS after
    FROM sentences AS here WHERE document = :document AND position = :position"""

# What `show` says of a claim's document, and no export: what was inferred, the page, when it was fetched.
PROVENANCE = """inferred,
    (SELECT name FROM places WHERE places.document = claims.document AND places.start <= claims.start
        ORDER BY places.start DESC LIMIT 1) AS place,
    (SELECT max(fetched_at) FROM originals WHERE originals.path = documents.path) AS fetched_at"""
