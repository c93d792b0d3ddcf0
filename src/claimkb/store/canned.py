"""Queries in plain SQL for people who explore the base: each a title, what it answers, and the statement.

They are offered by the browser view and read only the public tables and
views. `:name` marks what a person fills in.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CannedQuery:
    """One query; `name` stands in its address."""

    name: str
    title: str
    description: str
    sql: str


CANNED_QUERIES = (
    CannedQuery(
        "search",
        "Search the claims",
        "Full-text search; put a phrase in double quotes. The best matches come first.",
        """SELECT claims_view.id, snippet(claims_fts, 0, '›', '‹', '…', 24) AS found, claims_view.source,
    claims_view.published, claims_view.attributed_to, claims_view.modality, claims_view.polarity
FROM claims_fts JOIN claims ON claims.id = claims_fts.rowid JOIN claims_view ON claims_view.id = claims.uid
WHERE claims_fts MATCH :words ORDER BY rank LIMIT 200""",
    ),
    CannedQuery(
        "conflicts",
        "Contradictions and tensions",
        "Between sources, not dismissed, the surest first.",
        """SELECT id, kind, type, confidence, a_source, a_attributed_to, a_text,
    b_source, b_attributed_to, b_text, reason
FROM relations_view
WHERE kind IN ('contradiction', 'tension') AND scope = 'cross-source' AND status != 'dismissed'
ORDER BY kind, confidence DESC, id""",
    ),
    CannedQuery(
        "corroboration",
        "Claims by the number of sources that agree",
        "How many other sources say the same; dismissed findings do not count.",
        """WITH pairs(id, other) AS (
    SELECT a_id, b_source FROM relations_view
    WHERE kind = 'agreement' AND scope = 'cross-source' AND status != 'dismissed'
    UNION SELECT b_id, a_source FROM relations_view
    WHERE kind = 'agreement' AND scope = 'cross-source' AND status != 'dismissed')
SELECT id, label, source, count(DISTINCT other) AS other_sources, group_concat(DISTINCT other) AS which
FROM pairs JOIN claims_view USING (id) GROUP BY id ORDER BY other_sources DESC, id""",
    ),
    CannedQuery(
        "holders",
        "Who is quoted",
        "Those whose words the articles report, and in how many claims and sources.",
        """SELECT attributed_to, count(*) AS claims, count(DISTINCT source) AS sources,
    group_concat(DISTINCT stance) AS how_the_authors_take_it
FROM claims_view WHERE attributed_to IS NOT NULL GROUP BY attributed_to ORDER BY claims DESC, attributed_to""",
    ),
    CannedQuery(
        "amounts",
        "Amounts",
        "Every amount with its interval, unit and claim.",
        """SELECT claims_view.id, quantities.text AS amount, low, high, unit, comparator, quantities."of" AS measures,
    claims_view.text AS claim, source, published
FROM quantities JOIN claims ON claims.id = quantities.claim JOIN claims_view ON claims_view.id = claims.uid
ORDER BY unit, low, claims_view.id""",
    ),
    CannedQuery(
        "timeline",
        "Timeline",
        "Claims by the dates they speak of.",
        """SELECT coalesce(dates.start, dates."end") AS first_day, dates."end" AS last_day, dates.text AS words,
    claims_view.id, claims_view.text AS claim, source
FROM dates JOIN claims ON claims.id = dates.claim JOIN claims_view ON claims_view.id = claims.uid
WHERE coalesce(dates.start, dates."end") IS NOT NULL ORDER BY first_day, last_day, claims_view.id""",
    ),
    CannedQuery(
        "unclaimed",
        "Sentences without a claim",
        "What gave no claim, and why: nothing is dropped in silence.",
        """SELECT documents.path AS document, sentences.role, sentences.reason,
    substr(documents.text, sentences.start + 1, sentences."end" - sentences.start) AS sentence
FROM sentences JOIN documents ON documents.id = sentences.document
WHERE sentences.reason != '' ORDER BY documents.path, sentences.position""",
    ),
)
