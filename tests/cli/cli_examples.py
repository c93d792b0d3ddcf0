"""A real database about an invented paper mill, and the type of the fixture that runs the command.

The claims are written by hand, so that these tests check what the command
line does with a database and not what the parser makes of a text; the tests
of whole runs (`test_cli_runs.py`) ingest articles.
"""

import subprocess
from collections.abc import Callable
from pathlib import Path

from claimkb.model import Claim as ClaimData
from claimkb.model import (
    Comparator,
    Document,
    EntityMention,
    Evidence,
    Extraction,
    Frame,
    Holder,
    Modality,
    Polarity,
    Precision,
    Quantity,
    RelationKind,
    Sentence,
    SentenceRole,
    SourceInfo,
    Stance,
    Theme,
    ThemeTag,
    TimeRef,
    Verdict,
)
from claimkb.store.identity import text_hash
from claimkb.store.pairs import relation_of
from claimkb.store.store import Store

GAZETTE = "When the paper mill closed, it cost 1,200 jobs in 2021. The harbour will grow by 2030."
POST = (
    "Union officials put it lower: around 300 jobs disappeared at the mill in 2021. "
    "The harbour is not growing."
)
BLOG = "=cmd|calc \x1b[31mred alert\x1b[0m [bold]never[/bold] \u202eolleh <script>alert(1)</script> holds."
LEDGER = "The mill lost 1,200 jobs in 2021, its ledger says."

HOSTILE = BLOG.removesuffix(" holds.")


def claim(document: Document, claim_id: str, quote: str, **values: object) -> ClaimData:
    """A claim on the words `quote` of a document; `values` replace what is usual."""
    start = document.text.index(quote)
    usual: dict[str, object] = {
        "id": claim_id,
        "label": "Mill jobs",
        "text": quote,
        "as_written": quote,
        "quote": quote,
        "start": start,
        "end": start + len(quote),
        "sentence": 0,
        "subject": "mill",
        "predicate": "lose",
        "object": "jobs",
        "polarity": Polarity.AFFIRMED,
        "modality": Modality.ASSERTED,
        "holder": None,
        "stance": Stance.ASSERTS,
        "quantities": (),
        "dates": (),
        "entities": (),
        "themes": (ThemeTag("economy", ("jobs",)),),
        "frame": Frame(("lose",), (), "past"),
        "notes": ("polarity: no cue of negation",),
    }
    return ClaimData(**(usual | values))  # type: ignore[arg-type]


def document(path: str, text: str, **source: str | frozenset[str]) -> Document:
    """A document with its source."""
    return Document(path, text, text_hash(text), SourceInfo(**source))  # type: ignore[arg-type]


def amount(doc: Document, words: str, low: float, high: float | None, comparator: Comparator) -> Quantity:
    """A number of jobs."""
    start = doc.text.index(words)
    about = comparator is Comparator.AROUND
    return Quantity(low, high, "jobs", comparator, about, None, words, start, start + len(words))


def year(doc: Document, words: str) -> TimeRef:
    """A year named in a document."""
    start = doc.text.index(words)
    return TimeRef(
        f"{words}-01-01", f"{words}-12-31", Precision.YEAR, False, words, start, start + len(words)
    )


def extraction(doc: Document, *claims: ClaimData) -> Extraction:
    """What was found in a document of one stretch."""
    sentence = Sentence(0, 0, len(doc.text), SentenceRole.CLAIMS, "")
    return Extraction(doc, (sentence,), claims, "by hand 1")


def extractions() -> list[Extraction]:
    """The corpus."""
    gazette = document(
        "mill/gazette.txt", GAZETTE, name="harbour-gazette", published="2022-03-01", author="Ann"
    )
    post = document(
        "mill/post.txt", POST, name="valley-post", published="2022", inferred=frozenset({"published"})
    )
    blog = document("mill/blog.txt", BLOG, name="blog", title="=1+1")
    ledger = document("mill/ledger.txt", LEDGER, name="town-ledger")
    officials = Holder("union officials", "union official")
    start = GAZETTE.index("harbour")
    harbour = EntityMention("Harbour", "city", "harbour", start, start + 7)
    return [
        extraction(
            gazette,
            claim(
                gazette,
                "a1" * 8,
                "it cost 1,200 jobs in 2021",
                label="1,200 jobs lost",
                text="The paper mill's closure cost 1,200 jobs in 2021.",
                quantities=(amount(gazette, "1,200 jobs", 1200, 1200, Comparator.EXACT),),
                dates=(year(gazette, "2021"),),
            ),
            claim(
                gazette,
                "a2" * 8,
                "The harbour will grow by 2030",
                label="Harbour will grow",
                modality=Modality.PREDICTED,
                entities=(harbour,),
                dates=(year(gazette, "2030"),),
                themes=(),
            ),
        ),
        extraction(
            post,
            claim(
                post,
                "b1" * 8,
                "around 300 jobs disappeared at the mill in 2021",
                label="Around 300 jobs lost",
                holder=officials,
                stance=Stance.REPORTS,
                quantities=(amount(post, "around 300 jobs", 270, 330, Comparator.AROUND),),
                dates=(year(post, "2021"),),
            ),
            claim(
                post,
                "b2" * 8,
                "The harbour is not growing",
                label="Harbour not growing",
                polarity=Polarity.NEGATED,
            ),
        ),
        extraction(blog, claim(blog, "c1" * 8, HOSTILE, label="=cmd|calc", text=BLOG)),
        extraction(
            ledger,
            claim(
                ledger,
                "d1" * 8,
                "The mill lost 1,200 jobs in 2021",
                quantities=(amount(ledger, "1,200 jobs", 1200, 1200, Comparator.EXACT),),
            ),
        ),
    ]


VERDICTS = {
    ("a1", "b1"): Verdict(
        RelationKind.CONTRADICTION,
        "quantity",
        "R5",
        "amounts of one thing that exclude each other",
        "Both count the jobs lost in 2021.",
        0.86,
        (Evidence("quantity", "1,200 jobs", "around 300 jobs", "disjoint", "amounts exclude each other"),),
        "job+mill",
        a_marks=("1,200 jobs",),
        b_marks=("300 jobs",),
    ),
    ("a1", "d1"): Verdict(
        RelationKind.AGREEMENT, "same-quantity", "R5", "amounts that meet", "Both say 1,200.", 0.9
    ),
    ("a2", "b2"): Verdict(
        RelationKind.TENSION, "forecast", "R3", "a forecast and a fact", "One looks ahead.", 0.95
    ),
}


Run = Callable[..., subprocess.CompletedProcess[str]]


def build(path: Path) -> None:
    """Write the corpus into a database."""
    with Store.open(path) as store, store.transaction():
        store.set_themes((Theme("economy", "Economy", ("jobs",)), Theme("sport", "Sport", ("match",))))
        for found in extractions():
            plan = store.plan(found.document, "themes")
            touched = store.apply(
                plan,
                {found.document.hash: found},
                taxonomy="themes",
                keys=lambda _: ("mill",),
                tag=lambda _, each: each.themes,
            )
            store.add_relations(
                relation_of(pair, VERDICTS[pair.a.claim.id[:2], pair.b.claim.id[:2]])
                for pair in store.candidates(touched)
                if (pair.a.claim.id[:2], pair.b.claim.id[:2]) in VERDICTS
            )


def build_at(path: Path, article: Path) -> None:
    """Write a database of one claim: the second line of an article that is there."""
    doc = document(str(article), article.read_text(encoding="utf-8"), name="article")
    quote = doc.text.splitlines()[1]
    found = extraction(doc, claim(doc, "e1" * 8, quote))
    with Store.open(path) as store, store.transaction():
        plan = store.plan(doc, "themes")
        store.apply(
            plan, {doc.hash: found}, taxonomy="themes", keys=lambda _: (), tag=lambda _, each: each.themes
        )


def hostile_id(number: int) -> str:
    """The id of the hostile claim of this number: one that no spreadsheet takes for a number."""
    return f"{'abcdef'[number % 6]}{number % 10}" * 6 + f"f{number:03}"


def build_of(path: Path, texts: tuple[str, ...]) -> None:
    """Write a database in which each text is a claim of its own, and a title and a label; a second source has none."""
    whole = "\n".join(texts)
    doc = document(
        "hostile/=1.txt", whole, name="hostile", title=texts[0], author=texts[13], url="https://x.example/}{"
    )
    other = document("other.txt", "Nothing is said here.", name="other", title=texts[1])
    claims = [
        claim(
            doc,
            hostile_id(number),
            text,
            label=text[:40],
            subject=text,
            holder=Holder(text[:80], f"h{number}"),
        )
        for number, text in enumerate(texts)
    ]
    with Store.open(path) as store, store.transaction():
        store.set_themes((Theme("economy", "Economy", ("jobs",)),))
        for found in (
            extraction(doc, *claims),
            extraction(other, claim(other, "ff" * 8, "Nothing is said here.")),
        ):
            plan = store.plan(found.document, "themes")
            store.apply(
                plan,
                {found.document.hash: found},
                taxonomy="themes",
                keys=lambda _: (),
                tag=lambda _, each: each.themes,
            )
