"""A claim whole: its sentence with the span marked, how it was read, and its relations."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimkb.lexicon.ratings import CREDIBILITY, RELIABILITY
from claimkb.records import ClaimDetail, ClaimRecord, RelationDetail
from claimkb.render import theme as styles
from claimkb.render.cells import date_text, quantity_text
from claimkb.render.display import finding, holder, published, short
from claimkb.render.explanation import marked_sentence
from claimkb.render.text import safe


def attributes(detail: ClaimDetail) -> Iterator[tuple[str, str]]:
    """What is known of the claim, as (name, words); the caller leaves out what is empty."""
    claim = detail.claim
    yield "as written", detail.as_written if detail.as_written != claim.text else ""
    yield "said by", f"{holder(claim.attributed_to)} (the author {claim.stance.value} it)"
    yield "subject", claim.subject
    yield "predicate", claim.predicate
    yield "object", claim.object
    yield "polarity", claim.polarity.value
    yield "modality", claim.modality.value
    yield "quantities", "; ".join(map(quantity_text, claim.quantities))
    yield "dates", "; ".join(map(date_text, claim.dates))
    yield "entities", ", ".join(claim.entities)
    yield "themes", ", ".join(claim.themes)
    doubts = (("a pronoun with several readings", claim.ambiguous), ("an uncertain parse", detail.doubtful))
    yield "doubts", ", ".join(words for words, holds in doubts if holds)
    for note in detail.notes:
        yield "reading", note


def remarks(detail: ClaimDetail) -> Iterator[tuple[str, str]]:
    """What people said of the claim and of its source."""
    claim = detail.claim
    yield "hidden", "yes; `claimkb hide ID --show` shows it again" if detail.hidden else ""
    yield "rating", f"{claim.rating}, {CREDIBILITY.get(claim.rating, '')}" if claim.rating else ""
    yield "note", claim.note or ""
    grade = claim.reliability or ""
    yield "source rated", f"{grade}, {RELIABILITY[grade]}" if grade in RELIABILITY else grade


def provenance(detail: ClaimDetail) -> Iterator[tuple[str, str]]:
    """Where the claim comes from."""
    claim = detail.claim
    yield "source", claim.source
    yield "title", claim.title or ""
    yield "author", claim.author or ""
    yield "published", published(claim.published, inferred=detail.published_inferred)
    yield "url", claim.url or ""
    place = f", {detail.place}" if detail.place else ""
    yield "document", f"{claim.document}{place}, characters {claim.start} to {claim.end}"
    yield "fetched", f"{detail.fetched_at}, and the page kept" if detail.fetched_at else ""


def _around(words: str) -> Text:
    """A sentence beside that of the claim."""
    return Text(safe(words), style=styles.FAINT)


def _grid(pairs: Iterator[tuple[str, str]]) -> RenderableType:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style=styles.FAINT, no_wrap=True)
    grid.add_column(overflow="fold")
    for name, words in pairs:
        if words:
            grid.add_row(name, Text(safe(words)))
    return Padding(grid, (0, 0, 0, 2))


def _other_side(detail: RelationDetail, claim: ClaimRecord) -> tuple[str, str, str, str | None]:
    """Id, text, source and holder of the side of a relation that is not this claim."""
    relation = detail.relation
    if relation.a_id == claim.id:
        return relation.b_id, relation.b_text, relation.b_source, relation.b_attributed_to
    return relation.a_id, relation.a_text, relation.a_source, relation.a_attributed_to


def relation_line(detail: RelationDetail, claim: ClaimRecord) -> RenderableType:
    """One relation, seen from this claim."""
    relation = detail.relation
    other_id, text, source, said_by = _other_side(detail, claim)
    head = Text(safe(finding(relation)), style=styles.KINDS[relation.kind])
    head.append(f"   {short(relation.id)}", style="not bold cyan")
    body = Text(safe(text))
    body.append(f"\n{safe(source)} · {safe(holder(said_by))}   {short(other_id)}", style=styles.FAINT)
    return Group(Padding(head, (0, 0, 0, 2)), Padding(body, (0, 0, 0, 4)))


def claim_page(detail: ClaimDetail, *, signs: bool) -> Iterator[RenderableType]:
    """The parts of the page, top to bottom."""
    claim = detail.claim
    title = Text(safe(claim.label), style=styles.LABEL)
    title.append(f"   {claim.id}", style="not bold cyan")
    yield title
    yield Text(safe(claim.text))
    yield Text("")
    yield Text("in its sentence", style=styles.HEADING)
    sentence = marked_sentence(detail.sentence_text, claim.quote, (claim.quote,), signs=signs)
    for part in (_around(detail.before), sentence, _around(detail.after)):
        if part:
            yield Padding(part, (0, 0, 0, 2))
    yield Text("")
    said = tuple(remarks(detail))
    if any(words for _, words in said):
        yield Text("what was said of it", style=styles.HEADING)
        yield _grid(iter(said))
        yield Text("")
    yield Text("how it was read", style=styles.HEADING)
    yield _grid(attributes(detail))
    yield Text("")
    yield Text("where it comes from", style=styles.HEADING)
    yield _grid(provenance(detail))
    yield Text("")
    if detail.relations:
        yield Text("what it meets", style=styles.HEADING)
        yield from (relation_line(each, claim) for each in detail.relations)
    else:
        yield Text("No other claim agrees with it or contradicts it so far.", style=styles.FAINT)
