"""What a person does to the base: notes, ratings, hidden claims, tags, merges, corrections, and undo.

Each function is one step of the journal, all or nothing. Decisions are kept
by the content of what they are about, so that they hold after another ingest;
whoever takes one back (`undo`) finds the base as it was before.
"""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from claimkb.errors import UsageError
from claimkb.records import JournalRecord
from claimkb.workflow.parts import Parts

if TYPE_CHECKING:
    from claimkb.store.decisions import Change, Kind
    from claimkb.store.names import NamedClaim
    from claimkb.store.store import Store

RELIABILITIES = "ABCDEF"
RATINGS = "123456"
_ID = 8  # how much of an id the journal shows


class Step:
    """The changes of one step, collected while its transaction is open."""

    def __init__(self, store: "Store") -> None:
        self.connection = store.connection
        self.changes: list[Change] = []

    def set(self, kind: "Kind", key: str, value: str | None, *, claim: str | None = None) -> None:
        """Set or (None) take away one value."""
        from claimkb.store.decisions import decide

        change = decide(self.connection, kind, key, value, claim=claim)
        if change is not None:
            self.changes.append(change)


@contextmanager
def step_of(store: "Store", words: Callable[[], str], parts: Parts | None = None) -> Iterator[Step]:
    """A transaction in which decisions are set, applied and written down under `words`.

    Claims whose names mean something else then are compared anew.
    """
    from claimkb.store.decisions import write_journal
    from claimkb.store.edits import settle

    with store.transaction():
        step = Step(store)
        yield step
        _compare_anew(store, settle(store.connection, step.changes), parts or Parts())
        write_journal(store.connection, words(), step.changes)


def _compare_anew(store: "Store", claims: Collection[int], parts: Parts) -> None:
    """The findings of claims whose names mean something else now."""
    if not claims:
        return
    from claimkb.workflow.comparing import judged

    store.add_relations(judged(store, store.rekey(claims, parts.keys), parts))


def opened(db_path: Path | str) -> "Store":
    """The base, to be written."""
    from claimkb.store.store import Store

    return Store.open_existing(db_path)


def annotate_claim(
    db_path: Path | str, claim_id: str, *, note: str | None = None, rating: str | None = None
) -> str:
    """Set a claim's note or rating (1 to 6), "" takes it away; returns the claim's id."""
    from claimkb.store.decisions import Kind

    if rating and rating not in RATINGS:
        raise UsageError(
            f"A claim is rated 1 to 6, not {rating!r}.", "1 is confirmed by others, 6 cannot be judged."
        )
    with opened(db_path) as store:
        (claim,) = _claims(store, [claim_id])
        words = f"rated {_named(claim)} {rating}" if rating else f"took the rating off {_named(claim)}"
        if note is not None:
            words = f"noted on {_named(claim)}: {note}" if note else f"took the note off {_named(claim)}"
        with step_of(store, lambda: words) as step:
            kind, value = (Kind.CLAIM_RATING, rating) if note is None else (Kind.CLAIM_NOTE, note)
            step.set(kind, claim.content, value or None, claim=claim.uid)
    return claim.uid


def annotate_source(db_path: Path | str, name: str, note: str) -> str:
    """Set a source's note, "" takes it away; returns the source's name."""
    from claimkb.store.decisions import Kind
    from claimkb.store.spellings import source_names

    with opened(db_path) as store:
        (found,) = source_names(store.connection, [name])
        words = f"noted on the source {found}: {note}" if note else f"took the note off the source {found}"
        with step_of(store, lambda: words) as step:
            step.set(Kind.SOURCE_NOTE, found, note or None)
    return found


def hide_claims(db_path: Path | str, claim_ids: Sequence[str], *, hidden: bool = True) -> int:
    """Leave claims and their findings out of every list, or show them again; returns how many changed."""
    from claimkb.store.decisions import Kind

    with opened(db_path) as store:
        claims = _claims(store, claim_ids)
        verb = "hid" if hidden else "showed again"
        with step_of(store, lambda: f"{verb} {_some(claims)}") as step:
            for claim in claims:
                step.set(Kind.HIDDEN, claim.content, "1" if hidden else None, claim=claim.uid)
    return len(step.changes)


def tag_claims(
    db_path: Path | str, claim_ids: Sequence[str], *, add: Sequence[str] = (), remove: Sequence[str] = ()
) -> int:
    """Give claims themes or take some away; returns how many claims changed."""
    from claimkb.store.decisions import Kind, of_claim
    from claimkb.store.names import theme_slugs
    from claimkb.store.rows import to_json

    with opened(db_path) as store:
        claims = _claims(store, claim_ids)
        add, remove = theme_slugs(store.connection, add), theme_slugs(store.connection, remove)
        signs = " ".join([*(f"+{slug}" for slug in add), *(f"-{slug}" for slug in remove)])
        with step_of(store, lambda: f"tagged {_some(claims)} {signs}") as step:
            for claim in claims:
                held = json.loads(of_claim(store.connection, Kind.TAGS, claim.content, claim.uid) or "{}")
                tags = {
                    "add": [*(s for s in held.get("add", ()) if s not in {*add, *remove}), *add],
                    "remove": [*(s for s in held.get("remove", ()) if s not in {*add, *remove}), *remove],
                }
                step.set(Kind.TAGS, claim.content, to_json(tags), claim=claim.uid)
    return len(step.changes)


def merge_themes(db_path: Path | str, slugs: Sequence[str], into: str, *, label: str | None = None) -> int:
    """Let themes stand for another one, which need not exist yet; returns how many were merged."""
    from claimkb.store.decisions import Kind
    from claimkb.store.edits import theme_key
    from claimkb.store.names import new_slug, theme_slugs

    with opened(db_path) as store:
        connection = store.connection
        merged = theme_slugs(connection, slugs)
        target = new_slug(connection, into)
        with step_of(store, lambda: f"merged the theme {', '.join(merged)} into {target}") as step:
            theme_key(connection, target)
            _merge(step, Kind.THEME, merged, target)
            if label is not None:
                step.set(Kind.THEME_LABEL, target, label)
    return len(step.changes)


def label_theme(db_path: Path | str, slug: str, label: str) -> str:
    """Call a theme otherwise; returns its slug."""
    from claimkb.store.decisions import Kind
    from claimkb.store.names import theme_slugs

    with opened(db_path) as store:
        (found,) = theme_slugs(store.connection, [slug])
        with step_of(store, lambda: f"labelled the theme {found} {label!r}") as step:
            step.set(Kind.THEME_LABEL, found, label)
    return found


def merge_entities(
    db_path: Path | str, names: Sequence[str], into: str, *, parts: Parts | None = None
) -> int:
    """Let entities stand for another one, which need not exist yet; returns how many were merged.

    The claims that name them are compared anew, under the name they have now.
    """
    from claimkb.store.decisions import Kind
    from claimkb.store.spellings import entity_names

    with opened(db_path) as store:
        merged = entity_names(store.connection, names)
        with step_of(store, lambda: f"merged the entity {', '.join(merged)} into {into}", parts) as step:
            _merge(step, Kind.ENTITY, merged, into)
    return len(step.changes)


def save_query(db_path: Path | str, name: str, arguments: Sequence[str] | None) -> None:
    """Keep the arguments of a command under a name; None forgets them."""
    from claimkb.store.decisions import Kind
    from claimkb.store.rows import to_json

    with opened(db_path) as store:
        verb = "forgot" if arguments is None else "saved"
        with step_of(store, lambda: f"{verb} the query {name}") as step:
            step.set(Kind.QUERY, name, None if arguments is None else to_json(list(arguments)))


def undo(db_path: Path | str, number: int | None = None, *, parts: Parts | None = None) -> JournalRecord:
    """Take back a step of the journal, without a number the last that stands; returns it."""
    from claimkb.store.decisions import changes_to_undo, mark_undone, put_back
    from claimkb.store.edits import settle
    from claimkb.workflow.correction import bring_in_line, sources_corrected

    with opened(db_path) as store:
        with store.transaction():
            entry, changes = changes_to_undo(store.connection, number)
            put_back(store.connection, changes)
            _compare_anew(store, settle(store.connection, changes), parts or Parts())
            mark_undone(store.connection, entry.number)
        bring_in_line(store, sources_corrected(changes), parts or Parts())
    return entry


def _merge(step: Step, kind: "Kind", merged: Sequence[str], target: str) -> None:
    """Note what stands for what; what stood for one of the merged stands for the target now."""
    from claimkb.store.decisions import values_of

    before = values_of(step.connection, kind)
    if target in before:
        step.set(kind, target, None)
    for key in merged:
        if key != target:
            step.set(kind, key, target)
    for key, into in before.items():
        if into in merged and key != target and into != target:
            step.set(kind, key, target)


def _claims(store: "Store", claim_ids: Sequence[str]) -> list["NamedClaim"]:
    from claimkb.store.names import named_claims

    return named_claims(store.connection, claim_ids)


def _named(claim: "NamedClaim") -> str:
    return f"claim {claim.uid[:_ID]} ({claim.label})"


def _some(claims: Iterable["NamedClaim"]) -> str:
    listed = list(claims)
    return _named(listed[0]) if len(listed) == 1 else f"{len(listed)} claims"
