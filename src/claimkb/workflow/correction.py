"""Corrections of what is known of a source, and what they change in the base.

A correction is a decision; then every document it is about is planned again
as if it had come in with the corrected metadata. Only a changed date needs the
text read again, because "last month" is read against it. If the process is
stopped in between, the next ingest of the documents does the rest.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from claimkb.errors import NotFoundError, UsageError
from claimkb.workflow.parts import Parts

if TYPE_CHECKING:
    from claimkb.store.decisions import Change
    from claimkb.store.store import Store


def correct_source(
    db_path: Path | str,
    source: str,
    values: Mapping[str, str | None],
    *,
    path: str | None = None,
    parts: Parts | None = None,
) -> int:
    """Correct fields of a source, or of the one document of it at `path`; None takes a correction back.

    Returns how many values changed. Raises `UsageError` for a field or value that cannot be meant.
    """
    from claimkb.store.corrections import correction_key, documents_of
    from claimkb.store.decisions import Kind, value_of
    from claimkb.store.spellings import source_keys, source_names
    from claimkb.workflow.desk import opened, step_of

    checked = {field: _checked(field, value) for field, value in values.items()}
    with opened(db_path) as store:
        connection = store.connection
        (name,) = source_names(connection, [source])
        kept = documents_of(connection, source_keys(connection, [source]), path)
        if not kept:
            raise NotFoundError(f"{source} has no document {path!r}.", "`claimkb sources` lists the sources.")
        said = ", ".join(f"{field} {value or 'as given'}" for field, value in checked.items())
        with step_of(store, lambda: f"corrected the source {name}: {said}") as step:
            given = sorted({each.document.source.name for each in kept})
            for field, value in checked.items():
                for one in given:
                    step.set(Kind.CORRECTION, correction_key(one, path or "", field), value)
            renamed = checked.get("name")
            note = value_of(connection, Kind.SOURCE_NOTE, name)
            if renamed and note and path is None:
                step.set(Kind.SOURCE_NOTE, name, None)
                step.set(Kind.SOURCE_NOTE, renamed, note)
        bring_in_line(store, set(given), parts or Parts())
    return len(step.changes)


def sources_corrected(changes: Sequence["Change"]) -> set[str]:
    """The sources, by the names they were given, that corrections among these changes are about."""
    from claimkb.store.decisions import Kind

    return {json.loads(change.key)[0] for change in changes if change.kind is Kind.CORRECTION}


def bring_in_line(store: "Store", given_names: set[str], parts: Parts) -> None:
    """Plan the documents of these sources again and write what changes, one transaction each."""
    from claimkb.store.corrections import documents_given
    from claimkb.store.loading import load_themes
    from claimkb.workflow.comparing import judged
    from claimkb.workflow.taxonomy import taxonomy_digest

    if not given_names:
        return
    themes = load_themes(store.connection)
    for kept in documents_given(store.connection, given_names):
        plan = store.plan(kept.document, kept.taxonomy)
        if plan.changes_nothing:
            continue
        parsed = {
            step.document.hash: parts.extractor.extract(step.document, themes)
            for step in plan.steps
            if step.parse
        }
        # Themes that are not those of the document are put right by its next ingest.
        taxonomy = kept.taxonomy if not parsed or taxonomy_digest(themes) == kept.taxonomy else ""
        with store.transaction():
            touched = store.apply(plan, parsed, taxonomy=taxonomy, keys=parts.keys, tag=parts.tagger(themes))
            store.add_relations(judged(store, touched, parts))


def _checked(field: str, value: str | None) -> str | None:
    from claimkb.store.corrections import FIELDS
    from claimkb.store.identity import day_range
    from claimkb.workflow.desk import RELIABILITIES

    if field not in FIELDS:
        raise UsageError(f"A source has no {field!r} to correct.", f"Choose among {', '.join(FIELDS)}.")
    if value is None:
        return None
    value = " ".join(value.split())
    if not value:
        raise UsageError(f"The {field} of a source cannot be empty.", "Leave it out, or --reset it.")
    if field == "published" and day_range(value) == (None, None):
        raise UsageError(
            f"{value!r} is not a date.", "Write a year, a month or a day: 2024, 2024-05, 2024-05-31."
        )
    if field == "reliability" and value not in RELIABILITIES:
        raise UsageError(f"A source is rated A to F, not {value!r}.", "A is reliable, F cannot be judged.")
    return value
