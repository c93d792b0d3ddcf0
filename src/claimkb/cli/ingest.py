"""`claimkb ingest`: articles in, their claims and relations stored."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimkb.cli._common import database, draw, listing_of, say, write_list
from claimkb.cli._filters import with_options
from claimkb.cli._findings import UNDISMISSED
from claimkb.cli._models import MODEL_OPTIONS, DryRun, estimate_with_model, extract_with_model, model_asked
from claimkb.cli._options import DbOption, ListFormat
from claimkb.cli._sources import SOURCE_OPTIONS, source_options
from claimkb.errors import UsageError
from claimkb.model import RelationKind, Scope
from claimkb.records import DocumentOutcome, RelationFilter

if TYPE_CHECKING:
    from claimkb.readers import SourceOptions
    from claimkb.workflow.assist import ModelOptions
    from claimkb.workflow.reports import IngestReport

SOME_REFUSED = 3
ALL_REFUSED = 1

ThemesFile = Annotated[
    str | None,
    typer.Option("--themes", metavar="FILE", help="The themes; else themes.toml beside the articles."),
]
Inputs = Annotated[
    list[str],
    typer.Argument(metavar="PATH…", help="Files, folders, web addresses, or - for standard input."),
]
RefreshOption = Annotated[
    bool, typer.Option("--refresh", help="Read again what is known, with the rules of this version.")
]
FeedOption = Annotated[
    bool, typer.Option("--feed", help="Read the inputs as RSS or Atom feeds, and fetch their articles.")
]
ManifestOption = Annotated[
    bool, typer.Option("--manifest", help="Read the inputs as lists (CSV, TOML) of documents.")
]
PrivateOption = Annotated[
    bool, typer.Option("--allow-private", help="Fetch from this machine and its network, too.")
]
ReportOption = Annotated[
    Path | None,
    typer.Option("--report", metavar="FILE", help="Write what was refused, and why, to this file."),
]
JobsOption = Annotated[
    int,
    typer.Option("--jobs", "-j", min=1, metavar="N", help="Processes that read; each needs some 500 MB."),
]
SchedulerOption = Annotated[
    str | None,
    typer.Option("--scheduler", metavar="ADDRESS", help="Let a Dask cluster read and compare."),
]
OutcomeFormat = Annotated[
    ListFormat | None,
    typer.Option("--format", "-f", help="What became of each document, in this format."),
]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="Only say what was refused.")]


@with_options(SOURCE_OPTIONS | MODEL_OPTIONS, options=source_options, asked=model_asked)
def ingest(
    paths: Inputs,
    *,
    options: "SourceOptions",
    themes: ThemesFile = None,
    refresh: RefreshOption = False,
    feed: FeedOption = False,
    manifest: ManifestOption = False,
    allow_private: PrivateOption = False,
    refusals: ReportOption = None,
    jobs: JobsOption = 1,
    scheduler: SchedulerOption = None,
    quiet: QuietOption = False,
    asked: "ModelOptions | None",
    dry_run: DryRun = False,
    form: OutcomeFormat = None,
    db: DbOption = None,
) -> None:
    """Read articles, split them into claims, and compare these with all that are known.

    Ingesting again changes nothing; a changed file replaces what it said
    before. sources.toml beside the files says where each comes from. The exit
    code is 0 if all went in, 3 if some were refused, 1 if none went in.

    \b
    Examples:
      claimkb ingest articles/
      claimkb ingest archive/ --jobs 4 --quiet
      claimkb ingest archive/ --scheduler tcp://10.0.0.5:8786
      claimkb ingest report.txt --name "Harbour Gazette" --published 2024-05-01
      claimkb ingest https://www.example.org/news/harbour report.pdf archive.zip
      claimkb ingest --manifest batch.csv --report refused.csv
      claimkb ingest --feed https://www.example.org/rss
      claimkb ingest articles/ --extractor llm --model gpt-5-mini --dry-run
      pandoc letter.odt -t plain | claimkb ingest - --name letter
    """
    from claimkb import workflow
    from claimkb.readers import Access

    _check_workers(jobs, scheduler)
    path = database(db)
    if dry_run:
        _say_the_cost(path, paths, asked)
        return
    with _told(paths, refusals, quiet=quiet or form is not None) as on_progress:
        report = workflow.ingest(
            path,
            paths,
            options=options,
            themes_path=themes,
            refresh=refresh,
            access=Access(feed=feed, allow_private=allow_private),
            on_progress=on_progress,
            parts=workflow.for_manifests() if manifest else None,
            jobs=jobs,
            scheduler=scheduler,
        )
    _say_what_became(path, report, form, quiet=quiet)
    if not _split_by_model(path, report, asked, quiet=quiet) or report.refused or not report.documents:
        raise typer.Exit(SOME_REFUSED if report.taken else ALL_REFUSED)


def _check_workers(jobs: int, scheduler: str | None) -> None:
    if scheduler is not None and jobs > 1:
        raise UsageError("--scheduler and --jobs exclude each other.", "The cluster has its own workers.")


def _say_the_cost(path: Path, paths: Sequence[str], asked: "ModelOptions | None") -> None:
    if asked is None:
        raise UsageError("--dry-run is for models.", "Add --extractor llm --model NAME.")
    estimate_with_model(path, paths, asked)


def _split_by_model(path: Path, report: "IngestReport", asked: "ModelOptions | None", *, quiet: bool) -> bool:
    """Have a model, if one is asked for, split what was taken in, or was known; true if none of it failed."""
    if asked is None:
        return True
    known = [outcome.path for outcome in report.documents if outcome.state not in ("refused", "duplicate")]
    return not known or extract_with_model(path, known, asked, quiet=quiet)


def _say_what_became(path: Path, report: "IngestReport", form: ListFormat | None, *, quiet: bool) -> None:
    if form is not None:
        write_list(listing_of(DocumentOutcome, report.documents), form)
    if quiet or form is not None or not sys.stdout.isatty():
        _say_refused(report.refused)
    if not quiet and form is None and report.taken:
        _summarise(path, report.documents)


@contextmanager
def _told(
    paths: Sequence[str], refusals: Path | None, *, quiet: bool
) -> Iterator[Callable[[DocumentOutcome], None]]:
    """What to call for each document: it is told, and remembered if it was refused."""
    with _refusals_written(refusals) as note, _reporting(paths, quiet=quiet) as report_one:
        yield lambda outcome: report_one(note(outcome))


@contextmanager
def _refusals_written(output: Path | None) -> Iterator[Callable[[DocumentOutcome], DocumentOutcome]]:
    """What to call for each document; what was refused is written at the end, also of an interrupted run."""
    refused: list[DocumentOutcome] = []

    def note(outcome: DocumentOutcome) -> DocumentOutcome:
        """Remember a document if it was refused."""
        if outcome.state == "refused":
            refused.append(outcome)
        return outcome

    try:
        yield note
    finally:
        if output is not None:
            _write_refusals(refused, output)
            if refused:
                say(f"claimkb: {output} lists what was refused: {len(refused)}.")


def _write_refusals(refused: Sequence[DocumentOutcome], output: Path) -> None:
    from claimkb.cli._files import destination
    from claimkb.render.formats import WriteOptions, format_of_path
    from claimkb.render.sheet import Sheet

    rows = [(outcome.path, outcome.reason, outcome.next_step) for outcome in refused]
    writer = format_of_path(output).writer()
    with destination(output) as out:
        writer(Sheet(("path", "reason", "next_step"), rows), out, WriteOptions())


@contextmanager
def _reporting(paths: Sequence[str], *, quiet: bool) -> Iterator[Callable[[DocumentOutcome], None]]:
    """What to call for each document: a line each on standard output, under a bar on a terminal."""
    from claimkb.render.outcomes import outcome_line

    if quiet:
        yield lambda outcome: None
        return
    if not (sys.stdout.isatty() and sys.stderr.isatty()):
        yield lambda outcome: print(outcome_line(outcome), flush=True)  # noqa: T201 - the command line prints
        return
    from claimkb.render.progress import progress_bar

    with progress_bar(_number_of(paths), sys.stdout) as advance:
        yield lambda outcome: advance(outcome_line(outcome))


def _number_of(paths: Sequence[str]) -> int:
    """How many documents the arguments lead to."""
    from claimkb.readers.discover import discover
    from claimkb.readers.formats import all_suffixes

    return sum(1 for _ in discover(paths, all_suffixes(), any_file=True))


def _say_refused(refused: Sequence[DocumentOutcome]) -> None:
    """Name each document that was refused, with its reason, where errors are looked for."""
    for outcome in refused:
        say(f"claimkb: {outcome.path} was refused: {outcome.reason} {outcome.next_step}")


def _summarise(path: Path, documents: Sequence[DocumentOutcome]) -> None:
    """What the base holds now, and what to look at next."""
    from claimkb.render.outcomes import totals_line
    from claimkb.render.overview import overview
    from claimkb.store.queries import Reader

    strongest = RelationFilter(
        kinds=(RelationKind.AGREEMENT,), statuses=UNDISMISSED, scope=Scope.CROSS_SOURCE, limit=1
    )
    with Reader(path) as reader:
        summary = reader.summary()
        agreement = next(iter(reader.relations(strongest)), None)
    draw(lambda width: overview(totals_line(documents), summary, agreement), page=False)
