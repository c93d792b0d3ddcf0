"""A text just split: its claims as records, and what became of every sentence.

Nothing of it is stored, so there are no relations to count; otherwise the
records are those of `export claims`.
"""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from claimkb.model import Claim, Document, Extraction
from claimkb.records import ClaimRecord, DateRecord, QuantityRecord
from claimkb.render import theme as styles
from claimkb.render.display import holder, manner, short
from claimkb.render.text import safe


def claim_record(claim: Claim, document: Document) -> ClaimRecord:
    """The exported form of a claim that is in no database."""
    source = document.source
    return ClaimRecord(
        id=claim.id,
        label=claim.label,
        text=claim.text,
        quote=claim.quote,
        start=claim.start,
        end=claim.end,
        document=document.path,
        source=source.name,
        title=source.title,
        author=source.author,
        published=source.published,
        url=source.url,
        themes=tuple(theme.slug for theme in claim.themes),
        entities=tuple(dict.fromkeys(entity.name for entity in claim.entities)),
        subject=claim.subject,
        predicate=claim.predicate,
        object=claim.object,
        polarity=claim.polarity,
        modality=claim.modality,
        attributed_to=claim.holder.text if claim.holder else None,
        stance=claim.stance,
        quantities=tuple(
            QuantityRecord(
                each.low, each.high, each.unit, each.approximate, each.comparator, each.of, each.text
            )
            for each in claim.quantities
        ),
        dates=tuple(DateRecord(each.start, each.end, each.precision, each.text) for each in claim.dates),
        ambiguous=claim.ambiguous,
        agreements=0,
        contradictions=0,
        extractor=claim.extractor or "rules",
    )


def claim_records(extraction: Extraction) -> tuple[ClaimRecord, ...]:
    """All claims of a text, in its order."""
    return tuple(claim_record(claim, extraction.document) for claim in extraction.claims)


def sentence_by_sentence(extraction: Extraction) -> Iterator[RenderableType]:
    """Every sentence with its claims and their notes, or with the reason why it gave none."""
    text = extraction.document.text
    for sentence in extraction.sentences:
        words = safe(text[sentence.start : sentence.end])
        yield Text(words, style=styles.FAINT if sentence.reason else "")
        if sentence.reason:
            yield Padding(Text(f"no claim: {sentence.role.value}, {safe(sentence.reason)}"), (0, 0, 0, 4))
        for claim in extraction.claims:
            if claim.sentence == sentence.index:
                yield from _claim_lines(claim, extraction.document)
        yield Text("")


def _claim_lines(claim: Claim, document: Document) -> Iterator[RenderableType]:
    record = claim_record(claim, document)
    head = Text(f"{short(claim.id)}  ", style=styles.ID)
    head.append(safe(claim.label), style="bold default")
    head.append(f"  {safe(holder(record.attributed_to))}", style="not bold default")
    if manner(record):
        head.append(f", {manner(record)}", style="not bold default")
    yield Padding(head, (0, 0, 0, 2))
    yield Padding(Text(safe(claim.text)), (0, 0, 0, 4))
    for note in claim.notes:
        yield Padding(Text(safe(note), style=styles.FAINT), (0, 0, 0, 4))
