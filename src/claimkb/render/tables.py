"""Lists as tables on a terminal: nothing cut off, long text folded.

Below `WIDE` columns the label stands over its claim and the source under who
says it, so that 80 columns suffice; above it each has a column of its own.
"""

import re
from collections.abc import Mapping, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from claimkb.records import ClaimRecord, RelationRecord
from claimkb.render import theme as styles
from claimkb.render.cells import cell, cell_text
from claimkb.render.display import SHOWN, holder, manner, rated, remarks, short
from claimkb.render.sheet import Sheet
from claimkb.render.text import kept, safe

WIDE = 110
MARKS = ("\x02", "\x03")  # what the store puts around the words that a search found
SIDE_FIELDS = ("label", "text", "source", "published", "attributed_to", "reliability", "rating", "note")


def _table(*, leading: int = 0) -> Table:
    return Table(box=SIMPLE_HEAD, pad_edge=False, header_style=styles.HEADING, leading=leading)


def stacked(*lines: tuple[str, str]) -> Text:
    """(text, style) pairs under each other, empty ones left out."""
    kept = [Text(safe(text), style=style) for text, style in lines if text]
    return Text("\n").join(kept)


def found_text(claim: ClaimRecord, marked: Mapping[str, tuple[str, str]]) -> Text:
    """The text of a claim with the words set off that a search found; where only its quote has them, that too."""
    text, quote = marked.get(claim.id, (claim.text, ""))
    found = _set_off(text)
    if MARKS[0] not in text and MARKS[0] in quote:
        found = Text("\n").join([found, _set_off(quote)])
    return found


def _set_off(text: str) -> Text:
    """Text in which `MARKS` stand around words, as it is drawn."""
    drawn = Text()
    for number, piece in enumerate(re.split("[\x02\x03]", text)):
        drawn.append(kept(piece), style=styles.MARK if number % 2 else "")
    return drawn


def claim_table(
    claims: Sequence[ClaimRecord], width: int, *, marked: Mapping[str, tuple[str, str]] | None = None
) -> RenderableType:
    """Claims with who says them and where; `marked` holds what a search found in them."""
    wide = width >= WIDE
    table = _table(leading=1)
    table.add_column("id", style=styles.ID, no_wrap=True)
    if wide:
        table.add_column("label", style=styles.LABEL, ratio=3, overflow="fold")
    table.add_column("claim", ratio=9, overflow="fold")
    table.add_column("said by" if wide else "said by, in", ratio=4, overflow="fold")
    if wide:
        table.add_column("source", ratio=3, overflow="fold")
    for claim in claims:
        said = stacked((holder(claim.attributed_to), ""), (manner(claim), styles.FAINT))
        source = stacked(
            (rated(claim.source, claim.reliability), styles.SOURCE), (claim.published or "", styles.FAINT)
        )
        label, text = stacked((claim.label, styles.LABEL)), found_text(claim, marked or {})
        cells = [label, text, said, source] if wide else [_under(label, text), _under(said, source)]
        table.add_row(short(claim.id), *cells)
    table.expand = True
    return table


def _under(*parts: Text) -> Text:
    return Text("\n").join([part for part in parts if part])


def _side(relation: RelationRecord, side: str) -> Text:
    """One side of a finding: its label and claim, where it comes from, and what a person said of it."""
    get = {name: getattr(relation, f"{side}_{name}") for name in SIDE_FIELDS}
    origin = (rated(get["source"], get["reliability"]), get["published"], holder(get["attributed_to"]))
    return stacked(
        (get["label"], styles.LABEL),
        (get["text"], ""),
        (" · ".join(part for part in origin if part), styles.FAINT),
        (remarks(get["rating"], get["note"]), "italic"),
    )


def relation_table(relations: Sequence[RelationRecord], width: int) -> RenderableType:
    """Findings with both sides: beside each other where there is room, else one below the other."""
    wide = width >= WIDE
    table = _table(leading=1)
    table.add_column("id", style=styles.ID, no_wrap=True)
    table.add_column("finding", no_wrap=True)
    table.add_column("one side" if wide else "the two sides", ratio=1, overflow="fold")
    if wide:
        table.add_column("other side", ratio=1, overflow="fold")
    for each in relations:
        status = each.status.value if each.status.value != "suggested" else ""
        finding = stacked(
            (each.kind.value, styles.KINDS[each.kind]),
            (each.type, ""),
            (f"{each.confidence:.2f}", styles.FAINT),
            (status, styles.STATUSES[each.status]),
        )
        a, b = _side(each, "a"), _side(each, "b")
        sides = [a, b] if wide else [_under(a, b)]
        table.add_row(short(each.id), finding, *sides)
    table.expand = True
    return table


def record_table(record: type, records: Sequence[object]) -> RenderableType:
    """Any other records, in their shown columns; columns that are empty throughout are left out."""
    columns = SHOWN[record]
    rows = [[safe(column.text(each)) for column in columns] for each in records]
    filled = [j for j in range(len(columns)) if any(row[j] for row in rows)]
    table = _table()
    for j in filled:
        table.add_column(
            columns[j].heading,
            justify="right" if columns[j].numeric else "left",
            style=styles.ID if j == 0 else "",
            overflow="fold",
        )
    for row in rows:
        table.add_row(*(Text(row[j]) for j in filled))
    return table


def table_of(record: type, records: Sequence[object], width: int) -> RenderableType:
    """The table for records of a type."""
    if record is ClaimRecord:
        return claim_table([each for each in records if isinstance(each, ClaimRecord)], width)
    if record is RelationRecord:
        return relation_table([each for each in records if isinstance(each, RelationRecord)], width)
    return record_table(record, records)


def sheet_table(sheet: Sheet) -> RenderableType:
    """Any sheet as a table, for lists that are no records."""
    table = _table(leading=1)
    for name in sheet.columns:
        table.add_column(name, overflow="fold")
    for row in sheet.rows:
        table.add_row(*(Text(safe(cell_text(cell(value)))) for value in row))
    return table
