"""The pages of `claimkb serve`, each a function from an open base and what was asked to HTML.

They know nothing of the server. `PAGES` lists them with their addresses;
`answer` opens the base, finds the page and turns what went wrong into a page
with its next step.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from urllib.parse import unquote

from claimkb.errors import ClaimkbError, NotFoundError, UsageError
from claimkb.model import RelationKind, Scope
from claimkb.records import RelationFilter, ThemeMatrix
from claimkb.store.listings import Summary
from claimkb.store.queries import UNDECIDED, Reader
from claimkb.web.arguments import PAGE_SIZE, Arguments, claim_filter, relation_filter
from claimkb.web.article import runs
from claimkb.web.groups import agreement_groups
from claimkb.web.kept import kept
from claimkb.web.templating import render
from claimkb.web.views import finding_view, finding_views

CONFLICTS = (RelationKind.CONTRADICTION, RelationKind.TENSION)
GROUPED = 400  # the strongest agreements that are made into groups
BOARD_PAGES = 100
GLANCE = 24  # sources in the matrix of the overview
LISTED = 200  # sources offered in a form and shown in a matrix

_FAILURES = {400: "That cannot be asked", 404: "Not found", 503: "The base cannot be read"}


@dataclass(frozen=True, slots=True)
class Answer:
    """A page and its HTTP status."""

    status: int
    html: str


@dataclass(frozen=True, slots=True)
class Paged:
    """The records of one page and the ways to its neighbours, "" where there is none."""

    records: Sequence[object]
    earlier: str
    later: str


Page = Callable[[Reader, Arguments, str], str]


def answer(path: Path, address: str, query: str) -> Answer:
    """The page at an address."""
    try:
        page, what = _page_at(address)
        with Reader(path) as reader:
            return Answer(200, page(reader, Arguments.of(query), what))
    except NotFoundError as error:
        return failure_page(404, error.problem, error.next_step)
    except UsageError as error:
        return failure_page(400, error.problem, error.next_step)
    except ValueError:  # an address that is no text, or too many fields
        return failure_page(400, "The address cannot be read.", "Begin at the overview.")
    except ClaimkbError as error:
        return failure_page(503, error.problem, error.next_step)


def home(reader: Reader, asked: Arguments, what: str) -> str:
    """The base at a glance."""
    summary = kept(reader, _summary)
    strongest = (
        finding_view(summary.contradiction, reader.held_on_review()) if summary.contradiction else None
    )
    return render(
        "home.html", summary=summary, strongest=strongest, matrix=_narrow(kept(reader, Reader.theme_matrix))
    )


def board(reader: Reader, asked: Arguments, what: str) -> str:
    """Contradictions and tensions side by side, contradictions first."""
    if asked.page > BOARD_PAGES:
        raise UsageError(
            f"The board shows the first {BOARD_PAGES * PAGE_SIZE} findings.",
            "Narrow it to a theme, a source or a confidence.",
        )
    wanted = _between(replace(relation_filter(asked, CONFLICTS), limit=asked.page * PAGE_SIZE + 1, skip=0))
    held = reader.held_on_review()
    found = (
        each for kind in wanted.kinds for each in reader.relation_details(replace(wanted, kinds=(kind,)))
    )
    paged = _paged((finding_view(each, held) for each in found), asked, last=BOARD_PAGES)
    return render("board.html", asked=asked, paged=paged, **_choices(reader))


def agreements(reader: Reader, asked: Arguments, what: str) -> str:
    """Agreements as groups, those of most sources first."""
    wanted = replace(_between(relation_filter(asked, (RelationKind.AGREEMENT,))), limit=GROUPED + 1, skip=0)
    found = finding_views(reader.relation_details(wanted), reader.held_on_review())
    paged = _paged(agreement_groups(found[:GROUPED]), asked)
    cut = GROUPED if len(found) > GROUPED else 0
    return render("agreements.html", asked=asked, paged=paged, cut=cut, **_choices(reader))


def themes(reader: Reader, asked: Arguments, what: str) -> str:
    """Themes × sources."""
    matrix = kept(reader, Reader.theme_matrix)
    return render("themes.html", matrix=_narrow(matrix), left_out=max(0, len(matrix.sources) - LISTED))


def theme(reader: Reader, asked: Arguments, what: str) -> str:
    """A theme: who speaks of it, its findings, its claims."""
    known = {each.slug: each for each in kept(reader, Reader.themes)}
    if what not in known:
        raise NotFoundError(f"There is no theme '{what}'.", "Choose one from the list of themes.")
    matrix = kept(reader, Reader.theme_matrix)
    rows = {each.slug: row for each, row in zip(matrix.themes, matrix.counts, strict=True)}
    counts = sorted(
        zip(matrix.sources, rows.get(what, ()), strict=False), key=lambda pair: (-pair[1], pair[0])
    )
    wanted = _between(RelationFilter(kinds=CONFLICTS, themes=(what,), limit=10))
    held = reader.held_on_review()
    agreed = replace(wanted, kinds=(RelationKind.AGREEMENT,), limit=100)
    chosen = replace(claim_filter(asked), themes=(what,))
    return render(
        "theme.html",
        theme=known[what],
        broader=known.get(known[what].broader or ""),
        counts=[(name, count) for name, count in counts if count],
        conflicts=finding_views(reader.relation_details(wanted), held),
        groups=agreement_groups(finding_views(reader.relation_details(agreed), held))[:10],
        paged=_turned(reader.claims(chosen), asked),
    )


def sources(reader: Reader, asked: Arguments, what: str) -> str:
    """All sources."""
    return render("sources.html", paged=_paged(kept(reader, Reader.sources), asked, size=100))


def source(reader: Reader, asked: Arguments, what: str) -> str:
    """A source: its article, or its articles if it has several."""
    heads = reader.articles((what,))
    if len(heads) == 1:
        return article(reader, asked, heads[0].path)
    return render("source.html", source=heads[0].source, paged=_paged(heads, asked, size=100))


def article(reader: Reader, asked: Arguments, what: str) -> str:
    """An article with its claims highlighted in place."""
    found = reader.article(what)
    return render("article.html", article=found, runs=runs(found.text, found.claims))


def claims(reader: Reader, asked: Arguments, what: str) -> str:
    """Claims, searched and filtered."""
    paged = _turned(reader.claims(claim_filter(asked)), asked)
    return render("claims.html", asked=asked, paged=paged, **_choices(reader))


def claim(reader: Reader, asked: Arguments, what: str) -> str:
    """A claim whole."""
    found = reader.claim(what)
    held = reader.held_on_review()
    return render(
        "claim.html", found=found, claim=found.claim, relations=finding_views(found.relations, held)
    )


def finding(reader: Reader, asked: Arguments, what: str) -> str:
    """One finding."""
    return render("finding.html", finding=finding_view(reader.relation(what), reader.held_on_review()))


PAGES: tuple[tuple[str, Page], ...] = (
    ("/", home),
    ("/board", board),
    ("/agreements", agreements),
    ("/themes", themes),
    ("/theme/([^/]+)", theme),
    ("/sources", sources),
    ("/source/([^/]+)", source),
    ("/article/([^/]+)", article),
    ("/claims", claims),
    ("/claim/([^/]+)", claim),
    ("/finding/([^/]+)", finding),
)


def _page_at(address: str) -> tuple[Page, str]:
    for pattern, page in PAGES:
        if match := re.fullmatch(pattern, address):
            return page, unquote(match[1], errors="strict") if match.groups() else ""
    raise NotFoundError("There is no such page.", "Begin at the overview.")


def failure_page(status: int, problem: str, next_step: str) -> Answer:
    """What went wrong, as a page."""
    title = _FAILURES.get(status, "Something went wrong")
    return Answer(status, render("failed.html", title=title, problem=problem, next_step=next_step))


def _between(wanted: RelationFilter) -> RelationFilter:
    """The same filter as listings have: between sources, none dismissed."""
    return replace(wanted, scope=Scope.CROSS_SOURCE, statuses=UNDECIDED)


def _paged(records: Iterable[object], asked: Arguments, *, size: int = PAGE_SIZE, last: int = 0) -> Paged:
    """One page of records that are read no further than needed; there is none after the `last`."""
    start = (asked.page - 1) * size
    return _turned(islice(records, start, start + size + 1), asked, size=size, last=last)


def _turned(found: Iterable[object], asked: Arguments, *, size: int = PAGE_SIZE, last: int = 0) -> Paged:
    """The page that these records begin, with one more if another follows."""
    shown = list(found)
    more = len(shown) > size and asked.page != last
    return Paged(
        shown[:size],
        asked.turned(asked.page - 1) if asked.page > 1 else "",
        asked.turned(asked.page + 1) if more else "",
    )


def _summary(reader: Reader) -> Summary:
    return reader.summary(8)


def _choices(reader: Reader) -> dict[str, object]:
    """What a form offers: themes that have claims, and sources."""
    themes, sources = reader.choices(LISTED)
    return {"themes": themes, "sources": sources}


def _narrow(matrix: ThemeMatrix, most: int = LISTED) -> ThemeMatrix:
    """The matrix with as many sources as a page can show, those with most claims."""
    totals = [(-sum(row[j] for row in matrix.counts), name, j) for j, name in enumerate(matrix.sources)]
    kept = sorted(j for _, _, j in sorted(totals)[:most])
    counts = tuple(tuple(row[j] for j in kept) for row in matrix.counts)
    return ThemeMatrix(matrix.themes, tuple(matrix.sources[j] for j in kept), counts)
