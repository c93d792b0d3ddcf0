"""`claimkb compare-extractors`: what a model and the rules make of the same texts."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from claimkb.assist_records import ExtractorComparison
from claimkb.cli._common import Counted, chosen, database, draw, listing_of, say_found, write_list
from claimkb.cli._options import DbOption, ExplainOption, FormatOption, ListFormat

if TYPE_CHECKING:
    from claimkb.workflow.extractors import ComparedExtraction


def compare_extractors(
    extractor: Annotated[
        list[str] | None,
        typer.Option("--extractor", metavar="NAME", help="Only this model; repeatable."),
    ] = None,
    explain: ExplainOption = False,
    form: FormatOption = None,
    db: DbOption = None,
) -> None:
    """Show how a language model and the rules split the same texts.

    With --explain the claims that only one of them has, and those of the
    model that its own quotes do not bear out, with the reason.

    \b
    Examples:
      claimkb compare-extractors
      claimkb compare-extractors --extractor llm:gpt-5-mini --explain
    """
    from claimkb.workflow.extractors import compare_extractors as compare

    found = Counted(compare(database(db), tuple(extractor or ())))
    if explain and chosen(form) is ListFormat.TABLE:
        from claimkb.render.extractors import comparison_pages

        draw(lambda width: comparison_pages(found))
    else:
        write_list(listing_of(ExtractorComparison, _counts(found)), form)
    say_found(
        found.number,
        "text",
        advice="" if explain else "--explain shows the claims.",
        otherwise="No model has split a text yet. Try: claimkb ingest PATH --extractor llm --model NAME",
    )


def _counts(found: "Counted[ComparedExtraction]") -> Iterator[ExtractorComparison]:
    return (compared.counts for compared in found)
