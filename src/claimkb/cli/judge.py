"""`claimkb judge`: the verdict on two texts, or on a file of pairs; nothing stored."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimkb.cli._common import Listing, draw, say, write_list, write_sheet
from claimkb.cli._files import destination
from claimkb.cli._options import FormatOption, ListFormat
from claimkb.errors import ReadError, UsageError
from claimkb.model import RelationKind

if TYPE_CHECKING:
    from claimkb.workflow import PairVerdict

VERDICT_COLUMNS = ("kind", "type", "confidence", "reason")
PAIR_COLUMNS = ("id", "premise", "hypothesis", *VERDICT_COLUMNS)


def judge(
    a: Annotated[str | None, typer.Argument(metavar="[A]", help="A text.")] = None,
    b: Annotated[str | None, typer.Argument(metavar="[B]", help="A text to hold against it.")] = None,
    pairs: Annotated[
        Path | None,
        typer.Option(
            "--input", metavar="PAIRS.jsonl", help="Lines with id, premise and hypothesis; - for input."
        ),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where the verdicts on pairs go.")
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show how every two claims were compared, step by step.")
    ] = False,
    form: FormatOption = None,
) -> None:
    """Say how text B stands to text A: contradiction, agreement, tension or none.

    It is a contradiction if any of their claims contradict each other, and an
    agreement if A bears out every claim of B. Nothing is stored. Verdicts on
    pairs are JSON Lines unless --format says otherwise.

    \b
    Examples:
      claimkb judge "The mill cut 300 jobs in 2021." "The mill cut 1,200 jobs in 2021."
      claimkb judge --explain "Rates are expected to rise." "Rates are expected to fall."
      claimkb judge --input pairs.jsonl -o verdicts.jsonl
    """
    if pairs is not None and a is None:
        _judge_pairs(pairs, output, form)
    elif a is not None and b is not None and pairs is None and output is None:
        _judge_two(a, b, form, explain=explain)
    else:
        raise UsageError(
            "There must be two texts, or a file of pairs.", "Write: claimkb judge A B, or --input."
        )


def _judge_two(a: str, b: str, form: ListFormat | None, *, explain: bool) -> None:
    from claimkb import workflow
    from claimkb.render.sheet import Sheet
    from claimkb.render.verdict import comparison_page, verdict_page

    if explain and form in (None, ListFormat.TABLE):
        compared = workflow.compare_pair(a, b)
        draw(lambda width: comparison_page(compared))
        return
    verdict = workflow.judge_pair(a, b)

    def sheet() -> Sheet:
        """The verdicts as rows."""
        return Sheet(VERDICT_COLUMNS, (verdict_row(verdict),))

    write_list(
        Listing(sheet, sheet, lambda width: verdict_page(*verdict_row(verdict), verdict.evidence)), form
    )


def verdict_row(verdict: "PairVerdict") -> tuple[RelationKind, str, float, str]:
    """A verdict in its columns."""
    return verdict.kind, verdict.type, verdict.confidence, verdict.reason


def _judge_pairs(pairs: Path, output: Path | None, form: ListFormat | None) -> None:
    from claimkb.render.formats import WriteOptions, format_named
    from claimkb.render.sheet import Sheet
    from claimkb.render.tables import sheet_table

    rows = _rows(_lines(pairs))
    sheet = Sheet(PAIR_COLUMNS, rows)
    if output is not None:
        if form is ListFormat.TABLE:
            raise UsageError("A table is for the terminal.", "Choose another --format for a file.")
        writer = format_named((form or ListFormat.JSONL).value).writer()
        with destination(output) as out:
            number = writer(sheet, out, WriteOptions())
        say(f"{number} verdicts written to {output}.")
    elif form is ListFormat.TABLE:
        draw(lambda width: (sheet_table(Sheet(sheet.columns, tuple(rows))),))
    else:
        write_sheet(sheet, form or ListFormat.JSONL)


def _lines(path: Path) -> list[str]:
    """The lines that hold pairs."""
    try:
        content = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
        # Only a newline ends a line of JSON Lines: a text may hold other separators.
        return [line for line in content.decode("utf-8-sig").split("\n") if line.strip()]
    except OSError as error:
        raise ReadError(
            f"{path} cannot be read: {error.strerror or error}.", "Name a file of pairs."
        ) from error
    except UnicodeDecodeError as error:
        raise ReadError(f"{path} is not UTF-8.", "Save it as UTF-8.") from error


def _rows(lines: list[str]) -> Iterator[tuple[object, ...]]:
    """A row for each pair, written as soon as it is judged."""
    import json

    from claimkb import workflow

    for line, judged in zip(lines, workflow.judge_file(lines), strict=True):
        pair = json.loads(line)
        yield judged.id, pair["premise"], pair["hypothesis"], *verdict_row(judged.verdict)
