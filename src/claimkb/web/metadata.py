"""What Datasette is told of the base: titles, descriptions, facets, and which tables are inner workings.

The descriptions of columns follow docs/model.md.
"""

from claimkb.store.canned import CANNED_QUERIES

DATABASE = "data"  # its address: /data
HIDDEN = (
    "pair_keys", "claim_keys", "stories", "claim_entities", "claim_themes", "relation_themes", "relation_sources",
    "appearances", "_sqlite_migrations",
    "claims_fts", "claims_fts_config", "claims_fts_data", "claims_fts_docsize", "claims_fts_idx",
)  # fmt: skip

CLAIM_COLUMNS = {
    "id": "the claim's id, the same on every machine",
    "label": "a headline of a few words",
    "text": "the claim so that it stands alone",
    "quote": "the words of the article",
    "start": "where the quote begins, in characters of the text",
    "end": "where it ends",
    "document": "the path given to ingest",
    "source": "the outlet, or the file's name",
    "published": "the date of publication",
    "themes": "slugs, joined by semicolons",
    "entities": "the people, places and organisations named",
    "polarity": "affirmed or negated",
    "modality": "asserted, predicted, possible, normative or conditional",
    "attributed_to": "who says it; empty for the author",
    "stance": "what the author does with it: asserts, reports, endorses, rejects",
    "quantities": "amounts as written",
    "dates": "dates as written",
    "ambiguous": "1 if a pronoun has several readings",
    "doubtful": "1 if the parse was not to be trusted",
}
RELATION_COLUMNS = {
    "id": "the finding's id",
    "kind": "agreement, contradiction or tension",
    "type": "what they meet or clash in",
    "confidence": "the share of such findings that held on review",
    "scope": "between sources or within one",
    "status": "what a person said: suggested, confirmed or dismissed",
    "rule": "the rule that fired",
    "reason": "why, in words",
    "key": "what proposed the pair",
}


def metadata() -> dict[str, object]:
    """Datasette's metadata."""
    tables: dict[str, object] = {name: {"hidden": True} for name in HIDDEN}
    tables["claims_view"] = {
        "title": "Claims",
        "description": "One row a claim, with its provenance.",
        "facets": ["source", "modality", "polarity", "stance"],
        "columns": CLAIM_COLUMNS,
    }
    tables["relations_view"] = {
        "title": "Findings",
        "description": "One row a pair of claims that agree, contradict each other or pull apart.",
        "facets": ["kind", "type", "scope", "status"],
        "columns": RELATION_COLUMNS,
    }
    tables["documents"] = {"description": "The articles with their canonical text.", "facets": ["published"]}
    tables["sources"] = {"description": "Where the articles come from."}
    tables["sentences"] = {
        "description": "Every stretch of a text with its role, and why it gave no claim.", "facets": ["role"]
    }  # fmt: skip
    tables["quantities"] = {"description": "Amounts as intervals.", "facets": ["unit", "comparator"]}
    tables["dates"] = {"description": "Dates as intervals.", "facets": ["precision"]}
    tables["entities"] = {"description": "People, places, organisations.", "facets": ["kind"]}
    tables["reviews"] = {"description": "The decisions people made.", "facets": ["status"]}
    queries = {
        query.name: {"sql": query.sql, "title": query.title, "description": query.description}
        for query in CANNED_QUERIES
    }
    described = {
        "title": "The base as tables",
        "description": "Read-only. Claims and Findings hold what exports hold.",
        "queries": queries,
        "tables": tables,
    }
    return {"title": "claimkb", "databases": {DATABASE: described}}
