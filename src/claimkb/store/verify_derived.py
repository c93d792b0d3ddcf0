"""What is stored beside texts and claims, derived again: part of `claimkb check`.

Full-text index, fingerprints, origins, source ids, sentence digests, the
themes of findings and earlier versions all follow from other rows; nothing
here needs to know a rule of extraction or comparison. `SCRATCH` is an empty
database in memory, attached to the connection that is checked.
"""

# ruff: noqa: S608 - statements are composed of constants; every value is bound to a placeholder

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterator

from claimkb.model import SentenceRole
from claimkb.records import Problem
from claimkb.store import identity
from claimkb.store.fingerprints import fingerprints, runs_of
from claimkb.store.key_numbers import unpacked
from claimkb.store.loading import batches
from claimkb.store.origins import linked
from claimkb.store.schema_findings import SORTED_BY
from claimkb.store.schema_views import FULL_TEXT
from claimkb.store.stories import read_from_claims, stories

SCRATCH = "scratch"


def check_full_text(connection: sqlite3.Connection, rules: object) -> Iterator[Problem]:
    """The full-text index holds the words of the claims, each in its place, and no others."""
    again = FULL_TEXT[0].replace("content='claims', content_rowid='id'", "content=''")
    connection.execute(again.replace("TABLE claims_fts", f"TABLE {SCRATCH}.again"))
    connection.execute(
        f"INSERT INTO {SCRATCH}.again (rowid, text, quote, label) SELECT id, text, quote, label FROM claims"
    )
    for name, where, table in (("wanted", SCRATCH, "again"), ("held", "main", "claims_fts")):
        connection.execute(
            f"CREATE VIRTUAL TABLE temp.{name} USING fts5vocab('{where}', '{table}', 'instance')"
        )
    for words, one, other in (
        ("is not indexed", "wanted", "held"),
        ("is not in the claim", "held", "wanted"),
    ):
        rows = connection.execute(
            f"""SELECT doc, uid, min(term), count(*) FROM
            (SELECT * FROM temp.{one} EXCEPT SELECT * FROM temp.{other})
            LEFT JOIN claims ON claims.id = doc GROUP BY doc ORDER BY doc"""
        )
        for doc, uid, term, _ in rows.fetchall():
            yield Problem("the full-text index holds each claim", uid or f"row {doc}", f"'{term}' {words}")


def check_texts(connection: sqlite3.Connection, rules: object) -> Iterator[Problem]:
    """Sentence digests and fingerprints, by which copies are found, follow from the text."""
    for key, path, text in connection.execute(
        "SELECT id, path, text FROM documents ORDER BY path"
    ).fetchall():
        for row in connection.execute("SELECT * FROM sentences WHERE document = ?", (key,)):
            digest = identity.sentence_digest(text[row["start"] : row["end"]])
            if row["digest"] != (digest if row["role"] == SentenceRole.CLAIMS else None):
                where = f"{path} sentence {row['position']}"
                yield Problem("a sentence's digest follows from it", where, str(row["digest"]))
        held = connection.execute("SELECT value FROM fingerprints WHERE document = ?", (key,))
        if {row[0] for row in held} != set(fingerprints(runs_of(connection, key))):
            yield Problem("a document's fingerprints follow from its text", path, "others are stored")


def check_origins(connection: sqlite3.Connection, rules: object) -> Iterator[Problem]:
    """Copies have one origin, the smallest hash of their family; nothing else shares it."""
    rows = connection.execute("SELECT id, path, hash, origin FROM documents ORDER BY id").fetchall()
    family: dict[int, int] = {row["id"]: row["id"] for row in rows}
    for row in rows:
        _unite(family, row["id"], connection)
    smallest: dict[int, str] = {}
    for row in rows:
        head = _head(family, row["id"])
        smallest[head] = min(row["hash"], smallest.get(head, row["hash"]))
    for row in rows:
        expected = smallest[_head(family, row["id"])]
        if row["origin"] != expected:
            yield Problem("a document's origin is its family's smallest hash", row["path"], row["origin"])


def check_names(connection: sqlite3.Connection, rules: object) -> Iterator[Problem]:
    """Sources have the ids of their names; sources and entities are there because something refers to them."""
    for uid, name in connection.execute("SELECT uid, name FROM sources ORDER BY name"):
        if identity.source_id(name) != uid:
            yield Problem("a source's id follows from its name", name, uid)
    unused = connection.execute(
        """SELECT 'source', name FROM sources
        WHERE NOT EXISTS (SELECT 1 FROM documents WHERE source = sources.id)
        UNION ALL SELECT 'entity', name FROM entities
        WHERE NOT EXISTS (SELECT 1 FROM claim_entities WHERE entities.id IN (entity, found))"""
    )
    for what, name in unused:
        yield Problem(f"something refers to each {what}", name, "nothing does")


def check_relation_themes(connection: sqlite3.Connection, rules: object) -> Iterator[Problem]:
    """A finding is about the themes its claims share, or else about those of either; it stands in its order there."""
    themes = "SELECT theme FROM claim_themes WHERE claim = "
    for key, uid, a, b in connection.execute("SELECT id, uid, a, b FROM relations ORDER BY uid").fetchall():
        sides = [{row[0] for row in connection.execute(f"{themes}?", (side,))} for side in (a, b)]
        held = {
            row[0]
            for row in connection.execute("SELECT theme FROM relation_themes WHERE relation = ?", (key,))
        }
        if held != (sides[0] & sides[1] or sides[0] | sides[1]):
            yield Problem("a finding's themes follow from its claims", uid, "others are stored")
    for table in ("relation_themes", "relation_sources"):
        rows = connection.execute(
            f"""SELECT DISTINCT relations.uid FROM {table} AS found JOIN relations ON relations.id = relation
            WHERE (found.shelf, found.confidence, found.uid) IS NOT ({SORTED_BY}) ORDER BY 1"""
        )
        for (uid,) in rows:
            yield Problem("a finding stands in its order", uid, f"not in {table}")


def check_relation_sources(connection: sqlite3.Connection, rules: object) -> Iterator[Problem]:
    """A finding is of the sources of its two claims."""
    wanted = """SELECT relations.id AS relation, documents.source FROM relations
        JOIN claims ON claims.id IN (a, b) JOIN documents ON documents.id = claims.document"""
    held = "SELECT relation, source FROM relation_sources"
    rows = connection.execute(
        f"""SELECT DISTINCT relations.uid FROM relations WHERE id IN (
            SELECT relation FROM ({wanted} EXCEPT {held}) UNION SELECT relation FROM ({held} EXCEPT {wanted}))
        ORDER BY 1"""
    )
    for (uid,) in rows:
        yield Problem("a finding's sources follow from its claims", uid, "others are stored")


def check_stories(connection: sqlite3.Connection, rules: object) -> Iterator[Problem]:
    """The names kept of a document are those of its claims."""
    paths = dict(connection.execute("SELECT id, path FROM documents ORDER BY id").fetchall())
    for batch in batches(list(paths)):
        found = read_from_claims(connection, batch)
        for key, names in stories(connection, batch).items():
            if names != found[key]:
                yield Problem(
                    "the names of a document are those of its claims", paths[key], "others are stored"
                )


def check_key_index(connection: sqlite3.Connection, rules: object) -> Iterator[Problem]:
    """The index of pair-keys holds no more than those of the claims; that it holds these is checked with each."""
    wanted = sum(len(unpacked(keys)) for (keys,) in connection.execute("SELECT keys FROM claim_keys"))
    held = connection.execute("SELECT count(*) FROM pair_keys").fetchone()[0]
    if held > wanted:
        yield Problem(
            "the index of pair-keys holds those of the claims", "pair_keys", f"{held - wanted} too many"
        )


def check_versions(connection: sqlite3.Connection, rules: object) -> Iterator[Problem]:
    """An earlier version is what its hash says, its claims stand in its text, and none is missing."""
    numbers: dict[str, int] = {}
    for row in connection.execute("SELECT * FROM versions ORDER BY path, number"):
        where = f"{row['path']} version {row['number']}"
        numbers[row["path"]] = numbers.get(row["path"], 0) + 1
        if row["number"] != numbers[row["path"]]:
            yield Problem(
                "versions are numbered without a gap", where, f"number {numbers[row['path']]} is due"
            )
        if identity.text_hash(row["text"]) != row["hash"]:
            yield Problem("a version's hash is that of its text", where, row["hash"])
        for uid, _, _, quote, start, end, *_ in json.loads(row["claims"]):
            if row["text"][start:end] != quote:
                yield Problem("text[start:end] is the quote", f"{where} {uid}", repr(row["text"][start:end]))


def check_originals(connection: sqlite3.Connection, rules: object) -> Iterator[Problem]:
    """A page that was kept is what was fetched."""
    for table, name in (("originals", "path"), ("feeds", "address")):
        for row in connection.execute(
            f"SELECT {name} AS name, fetched_at, sha256, body FROM {table} ORDER BY 1, 2"
        ):
            where = f"{row['name']} fetched {row['fetched_at']}"
            try:
                found = hashlib.sha256(zlib.decompress(row["body"])).hexdigest()
            except (zlib.error, TypeError) as error:
                found = str(error)
            if found != row["sha256"]:
                yield Problem("a kept page is what was fetched", where, found)


DERIVED = (
    check_originals,
    check_full_text,
    check_texts,
    check_origins,
    check_names,
    check_relation_themes,
    check_relation_sources,
    check_stories,
    check_key_index,
    check_versions,
)


def _unite(family: dict[int, int], document: int, connection: sqlite3.Connection) -> None:
    """Make one family of a document and all that it is linked to."""
    head = _head(family, document)

    def apart(other: int) -> bool:
        """Whether another document is not of the family yet."""
        return _head(family, other) != head

    for other in linked(connection, document, apart):
        family[_head(family, other)] = head


def _head(family: dict[int, int], key: int) -> int:
    """The document that stands for a family (union-find, halving paths)."""
    while family[key] != key:
        family[key] = family[family[key]]
        key = family[key]
    return key
