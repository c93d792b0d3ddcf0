"""The report: one page with everything a reader of the base should see, and nothing that changes between runs.

`build` reads the base once, keeping counts and the strongest findings; the
same numbers then fill the HTML page and the Markdown text. What does not fit
is counted and said, never dropped in silence. No clock and no machine is in
it, so that one base always gives the same bytes.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from claimkb.model import RelationKind, Scope
from claimkb.records import (
    ArticleHead,
    ClaimFilter,
    ClaimRecord,
    QuantityFilter,
    RelationFilter,
    ThemeMatrix,
    ThemeRecord,
)
from claimkb.store.queries import ALL_RELATIONS, UNDECIDED, Reader
from claimkb.store.view_reading import ALL_CLAIMS
from claimkb.web import pictures
from claimkb.web.groups import Group, agreement_groups
from claimkb.web.tallies import Best, ClaimTally, Pair, PairTally, Tick
from claimkb.web.templating import environment, render
from claimkb.web.views import FindingView, finding_view

DEFAULT_LIMIT = 30
KINDS = (RelationKind.CONTRADICTION, RelationKind.TENSION, RelationKind.AGREEMENT)


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """What a report is of; `limit` bounds the findings of a kind and the claims of a theme."""

    title: str = "What the sources claim"
    claims: ClaimFilter = ALL_CLAIMS
    relations: RelationFilter = ALL_RELATIONS
    all_scopes: bool = False
    tension: bool = True
    limit: int = DEFAULT_LIMIT


@dataclass(frozen=True, slots=True)
class Findings:
    """The strongest findings of a kind, and how many there are in all."""

    shown: tuple[FindingView, ...]
    total: int


@dataclass(frozen=True, slots=True)
class ThemeSection:
    """The claims of a theme that others meet most, and how many there are in all."""

    theme: ThemeRecord
    claims: tuple[ClaimRecord, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Report:
    """Everything the templates show."""

    title: str
    filters: tuple[str, ...]
    claims: int
    articles: tuple[ArticleHead, ...]
    contradictions: Findings
    tensions: Findings
    agreements: Findings
    groups: tuple[Group, ...]
    matrix: ThemeMatrix
    ticks: tuple[Tick, ...]
    years: tuple[tuple[int, tuple[ClaimRecord, ...], int], ...]
    pairs: tuple[Pair, ...]
    themes: tuple[ThemeSection, ...]


def build(reader: Reader, options: ReportOptions) -> Report:
    """Read what the report shows."""
    tally = ClaimTally(reader.choices(0)[0], options.limit)
    among: set[int] | None = set() if _narrower(options) else None
    for claim in reader.claim_marks(options.claims):
        tally.add(claim)
        if among is not None:
            among.add(claim.key)
    pairs = PairTally()
    found = {kind: _findings(reader, options, kind, among, pairs) for kind in KINDS}
    shown = reader.claims_at(
        key for best in (*tally.best.values(), *tally.years.values()) for key in best.keys
    )
    matrix = tally.matrix()
    return Report(
        title=options.title,
        filters=tuple(_filters(options)),
        claims=tally.claims,
        articles=tuple(head for head in reader.articles() if head.source in tally.by_source),
        contradictions=found[RelationKind.CONTRADICTION],
        tensions=found[RelationKind.TENSION],
        agreements=found[RelationKind.AGREEMENT],
        groups=agreement_groups(found[RelationKind.AGREEMENT].shown),
        matrix=matrix,
        ticks=tally.ticks(),
        years=tuple((year, *_best(best, shown)) for year, best in sorted(tally.years.items())),
        pairs=pairs.pairs(),
        themes=tuple(
            ThemeSection(theme, *_best(tally.best[theme.slug], shown))
            for theme in matrix.themes
            if tally.best[theme.slug].total
        ),
    )


def _best(best: Best, shown: Mapping[int, ClaimRecord]) -> tuple[tuple[ClaimRecord, ...], int]:
    """The claims that most others meet, and how many they were chosen from."""
    return tuple(shown[key] for key in best.keys), best.total


def to_html(report: Report) -> str:
    """The report as one page: styles and pictures are inside, scripts are not."""
    drawn: dict[str, Markup | None] = {"heat": None, "timeline": None, "network": None}
    if pictures.available():
        drawn = {
            "heat": pictures.heat_map(report.matrix) if report.matrix.themes else None,
            "timeline": pictures.timeline(report.ticks) if report.ticks else None,
            "network": pictures.network(report.pairs) if report.pairs else None,
        }
    style = environment().get_template("claimkb.css").render()
    return render("report.html", report=report, pictures=drawn, style=Markup(style))  # noqa: S704 - our own file


def to_markdown(report: Report) -> str:
    """The same in Markdown, without the pictures."""
    return render("report.md", report=report)


def _findings(
    reader: Reader, options: ReportOptions, kind: RelationKind, among: set[int] | None, pairs: PairTally
) -> Findings:
    if kind is RelationKind.TENSION and not options.tension:
        return Findings((), 0)
    wanted = replace(
        options.relations,
        kinds=(kind,),
        scope=None if options.all_scopes else options.relations.scope or Scope.CROSS_SOURCE,
        statuses=options.relations.statuses or UNDECIDED,
    )
    shown: list[int] = []
    total = 0
    for mark in reader.finding_marks(wanted):
        if among is None or {mark.a, mark.b} & among:
            total += 1
            pairs.add(mark)
            if len(shown) < options.limit:
                shown.append(mark.key)
    held = reader.held_on_review()
    return Findings(tuple(finding_view(detail, held) for detail in reader.findings_at(shown)), total)


def _narrower(options: ReportOptions) -> bool:
    """Whether claims are chosen by more than what also chooses findings."""
    plain = ClaimFilter(themes=options.claims.themes, sources=options.claims.sources)
    return replace(options.claims, sort=plain.sort, limit=None) != plain


def _filters(options: ReportOptions) -> Iterator[str]:
    """What the report was restricted to, in words."""
    chosen, relations = options.claims, options.relations
    if chosen.match is not None:
        yield f"expression: {chosen.match}"
    several = {
        "theme": chosen.themes, "source": chosen.sources, "entity": chosen.entities, "holder": chosen.holders,
        "modality": chosen.modalities, "polarity": chosen.polarities, "type": relations.types,
        "status": relations.statuses, "extractor": chosen.extractors,
        "amount": tuple(map(_amount, chosen.quantities)),
    }  # fmt: skip
    if chosen.text is not None:
        yield f"words: {chosen.text}"
    for name, values in several.items():
        if values:
            yield f"{name}: {', '.join(values)}"
    if chosen.since:
        yield f"since {chosen.since}"
    if chosen.until:
        yield f"until {chosen.until}"
    if chosen.has_quantity:
        yield "claims with an amount"
    if relations.min_confidence > 0:
        yield f"findings of confidence {relations.min_confidence:g} or more"


def _amount(wanted: QuantityFilter) -> str:
    """A range of amounts in signs: "1000..2000 USD"; an open end is left out."""
    ends = ("" if end is None else f"{end:g}" for end in (wanted.low, wanted.high))
    return f"{'..'.join(ends)} {wanted.unit or ''}".strip()
