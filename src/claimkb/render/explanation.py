"""Why two claims are said to agree or to disagree, laid out to be judged in seconds.

Kind, type and confidence first; then each side with its source, date and
holder, the quote inside its sentence and the decisive words marked (by
colour, or by ›‹ where there is none); then the evidence, the rule that fired
and what it means. The data is the verdict's; here it is only drawn.
"""

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimkb.assist_records import SecondOpinion
from claimkb.model import Evidence, RelationKind, Status
from claimkb.records import RelationDetail
from claimkb.render import theme as styles
from claimkb.render.display import opinion_words, rated, short
from claimkb.render.sides import DIRECTIONS, NOT_NAMED, Side, mark_spans, sides
from claimkb.render.text import fold, kept, safe


def marked_sentence(sentence: str, quote: str, marks: tuple[str, ...], *, signs: bool) -> Text:
    """The sentence with its quote plain, the words around it faint and the marks set off.

    `signs` puts ›‹ around the marks, for readers without colour.
    """
    whole, part = fold(sentence), fold(quote)
    before, found, after = whole.partition(part)
    if not found:  # the quote runs over the sentence's end
        before, after = "", ""
    text = Text()
    text.append(kept(before), style=styles.FAINT)
    position = 0
    for start, end in mark_spans(part, marks):
        text.append(kept(part[position:start]))
        words = kept(part[start:end])
        text.append(f"›{words}‹" if signs else words, style=styles.MARK)
        position = end
    text.append(kept(part[position:]))
    text.append(kept(after), style=styles.FAINT)
    return text


def headline(detail: RelationDetail) -> RenderableType:
    """Kind, type and confidence on the left; themes and id on the right."""
    relation = detail.relation
    left = Text(relation.kind.value, style=styles.KINDS[relation.kind])
    left.append(f" · {safe(relation.type)} · {relation.confidence:.2f}", style="bold")
    if relation.status is not Status.SUGGESTED:
        left.append(f" · {relation.status.value}", style=styles.STATUSES[relation.status])
    right = Text(justify="right")
    if relation.themes:
        right.append(f"{', '.join(map(safe, relation.themes))}   ", style=styles.FAINT)
    right.append(short(relation.id), style=styles.ID)
    grid = Table.grid(expand=True, padding=(0, 1))
    grid.add_column(overflow="fold")
    grid.add_column(justify="right", overflow="fold")
    grid.add_row(left, right)
    return grid


def side_lines(side: Side, *, signs: bool) -> RenderableType:
    """One side: where it comes from, and its sentence."""
    head = Text(safe(rated(side.source, side.reliability)), style=f"bold {styles.SOURCE}")
    head.append(f" · {safe(side.when)} · ", style="not bold default")
    head.append(safe(side.said_by), style="bold default")
    head.append(f"   {side.claim_id}", style="not bold cyan")
    body = marked_sentence(side.sentence, side.quote, side.marks, signs=signs)
    parts = [Padding(head, (0, 0, 0, 2)), Padding(body, (0, 0, 0, 4))]
    if not mark_spans(fold(side.quote), side.marks):
        # What is decisive stands elsewhere in the article: "I disagree with this analysis" does not say with what.
        parts.append(Padding(Text(f"read as: {safe(side.text)}", style=styles.FAINT), (0, 0, 0, 4)))
    if side.remarks:
        parts.append(Padding(Text(safe(side.remarks), style="italic"), (0, 0, 0, 4)))
    return Group(*parts)


def evidence_line(evidence: Evidence) -> Text:
    """What was compared, both values, and what their meeting is called."""
    text = Text(f"{safe(evidence.comparison)}: ", style="")
    a, b = safe(evidence.a), safe(evidence.b)
    values = a if a == b else f"{a or NOT_NAMED} / {b or NOT_NAMED}"
    text.append(values, style="bold")
    text.append(f"   {safe(evidence.label)}", style=styles.FAINT)
    return text


def opinion_line(opinion: SecondOpinion, kind: RelationKind) -> Text:
    """What a model says of the finding, and how often it and the rule were right together."""
    said, differs, held = opinion_words(opinion, kind)
    text = Text(f"{safe(opinion.judge)}: ", style="")
    text.append(safe(said), style="bold")
    text.append(f"   {differs}")
    text.append(safe(held), style=styles.FAINT)
    return text


def reasons(detail: RelationDetail, held: tuple[int, int] | None) -> RenderableType:
    """The why: reason, evidence, direction, rule, and a person's note."""
    relation = detail.relation
    lines = [Text(safe(relation.reason))] if relation.reason else []
    lines += [evidence_line(each) for each in relation.evidence]
    if relation.kind is RelationKind.AGREEMENT and detail.direction in DIRECTIONS:
        lines.append(Text(DIRECTIONS[detail.direction]))
    rule = Text(f"rule {safe(detail.rule)}: {safe(detail.label)}", style=styles.FAINT)
    if detail.key:
        rule.append(f" (proposed by {safe(detail.key)})")
    if held:
        rule.append(f"; {held[0]} of {held[1]} such findings held on review")
    lines.append(rule)
    lines += [opinion_line(opinion, relation.kind) for opinion in detail.opinions]
    if relation.note:
        lines.append(Text(f"note: {safe(relation.note)}", style="italic"))
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style=styles.HEADING, no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_row("why", Group(*lines))
    return Padding(grid, (0, 0, 0, 2))


def explanation(
    detail: RelationDetail, *, signs: bool, held: tuple[int, int] | None = None
) -> RenderableType:
    """The whole finding, with an empty line after it.

    `held` are the findings of this rule that a person confirmed, and all that were decided on.
    """
    a, b = sides(detail)
    body = (
        headline(detail),
        side_lines(a, signs=signs),
        side_lines(b, signs=signs),
        reasons(detail, held),
        Text(""),
    )
    return Group(*body)
