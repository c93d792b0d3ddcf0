"""What `contradictions` and `agreements` have in common: a list of findings, or their explanations."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from claimkb.cli._common import (
    Counted,
    draw,
    listing_of,
    opened,
    say_found,
    signs_wanted,
    write_list,
    write_sheet,
)
from claimkb.cli._options import ListFormat
from claimkb.errors import UsageError
from claimkb.model import Status
from claimkb.records import RelationDetail, RelationFilter, RelationRecord

if TYPE_CHECKING:
    from rich.console import RenderableType

    from claimkb.store.queries import Reader

Found = TypeVar("Found", RelationRecord, RelationDetail)

# What a list of findings shows unless asked for other states: a dismissed finding is out of the way.
UNDISMISSED = (Status.SUGGESTED, Status.CONFIRMED)
NOTHING = (
    "No {noun} found. Try a lower --min-confidence, fewer filters or --scope all, or ingest more sources; "
    "`claimkb themes` shows which sources speak of the same things."
)


def list_findings(
    db: Path | None,
    wanted: RelationFilter,
    *,
    form: ListFormat | None,
    explain: bool,
    noun: str,
    parquet: Path | None = None,
) -> None:
    """Write the findings that pass the filter, or say that there are none and what to try.

    They come from a folder of Parquet files if one is named, else from the database.
    """
    if parquet is not None:
        _list_from_folder(parquet, wanted, form=form, explain=explain, noun=noun)
        return
    with opened(db) as reader:
        if explain:
            number = _write_explained(reader, wanted, form)
        else:
            found = Counted(_kind_by_kind(reader.relations, wanted))
            write_list(listing_of(RelationRecord, found), form)
            number = found.number
    say_found(
        number,
        "finding",
        advice="`claimkb review` decides on them." if explain else "--explain shows quotes and evidence.",
        otherwise=NOTHING.format(noun=noun),
    )


def _list_from_folder(
    folder: Path, wanted: RelationFilter, *, form: ListFormat | None, explain: bool, noun: str
) -> None:
    from claimkb.store.shard_queries import ShardReader

    if explain:
        raise UsageError("--explain needs a database.", "Leave it out, or name the database with --db.")
    with ShardReader(folder) as reader:
        found = Counted(_kind_by_kind(reader.relations, wanted))
        write_list(listing_of(RelationRecord, found), form)
    say_found(found.number, "finding", advice="", otherwise=f"No {noun} found. Use fewer options.")


def _kind_by_kind(
    query: Callable[[RelationFilter], Iterable[Found]], wanted: RelationFilter
) -> Iterator[Found]:
    """The findings kind after kind in the order of the filter, up to its limit, each kind strongest first."""
    left = wanted.limit
    for kind in wanted.kinds:
        for found in query(replace(wanted, kinds=(kind,), limit=left)):
            left = None if left is None else left - 1
            yield found


def _write_explained(reader: "Reader", wanted: RelationFilter, form: ListFormat | None) -> int:
    """Explanations are drawn, also in a pipe, unless a file format is asked for."""
    found = Counted(_kind_by_kind(reader.relation_details, wanted))
    if form in (None, ListFormat.TABLE):
        draw(lambda width: explanations(reader, found))
    else:
        from claimkb.render.sheet import sheet_of_details

        write_sheet(sheet_of_details(found), form)
    return found.number


def explanations(reader: "Reader", found: Iterable[RelationDetail]) -> Iterator["RenderableType"]:
    """The findings as they are drawn, each with what reviews say of its rule."""
    from claimkb.render.explanation import explanation

    signs, held = signs_wanted(), reader.held_on_review()
    for each in found:
        yield explanation(each, signs=signs, held=held.get(each.rule))
