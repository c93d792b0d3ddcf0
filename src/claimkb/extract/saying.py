"""Clauses with a holder: the content of a verb of saying becomes the holder's claim, what is beside it the teller's."""

from dataclasses import replace
from typing import TYPE_CHECKING

from claimkb.extract.attribution import Attribution
from claimkb.extract.clauses import Clause
from claimkb.extract.context import Context
from claimkb.extract.detach import finite_content
from claimkb.extract.holders import holder_nodes, is_finding
from claimkb.extract.quotation import quoted_nodes
from claimkb.extract.tree import Node, is_finite, move, subject_of, subtree
from claimkb.lexicon.cues import cues

if TYPE_CHECKING:
    from claimkb.extract.split import Splitter


def expand_attributed(splitter: "Splitter", head: Node, found: Attribution, ctx: Context) -> None:
    """The content becomes the holder's claim; what else hangs on the verb of saying is split as usual."""
    _drop_day_of_saying(head, found.contents)
    inner = replace(
        ctx,
        kind="content",
        subject=None,
        front=(),
        auxiliaries=(),
        negated=found.negated,
        voice=ctx.voice if ctx.voice is not None and is_finding(found.voice) else found.voice,
    )
    for content in found.contents:
        before = len(splitter.clauses)
        splitter.expand(content, inner)
        if not is_finite(content) and len(splitter.clauses) > before:
            finite_content(splitter.clauses[before], head)
    subject = subject_of(head)
    subject_nodes = tuple(holder_nodes(subject)) if subject is not None else ctx.subject
    say = Clause(head, "saying", subtree(head, found.contents), voice=ctx.voice)
    for child in head.children:
        if child in found.contents or child is subject:
            continue
        if child.dep == "conj" and child.is_verb:
            quoted = subject_of(child) is not None and id(child) in quoted_nodes(splitter.tree)
            voice = found.voice if quoted else ctx.voice  # "“A,” says X, “and B.”"
            splitter.expand(child, replace(ctx, kind="coordinate", subject=subject_nodes, voice=voice))
        elif child.dep == "advcl" and child.tag in {"VBG", "VBN"} and child.kid("mark") is None:
            say.subject = subject_nodes
            splitter.participle(child, say, ctx)
        elif child.dep == "advcl":
            _beside_saying(splitter, child, ctx)
        elif child.dep == "prep" and child.lower == "after" and child.kid("pcomp") is not None:
            say.subject = subject_nodes
            splitter.participle(child.kids("pcomp")[0], say, ctx)
        elif (
            child.dep == "prep"
            and (scene := child.kid("pobj")) is not None
            and scene.kid("relcl") is not None
        ):
            splitter.detach_within(child, say, ctx)  # "told us at the scene, where cattle floated past"
    if subject is not None:
        splitter.detach_within(subject, say, ctx)


def _beside_saying(splitter: "Splitter", child: Node, ctx: Context) -> None:
    """ "While X did A, Y said P": what X did is told by whoever tells the sentence."""
    mark = child.kid("mark")
    lexicon = cues().clauses
    stated = mark is not None and (mark.lower in lexicon.contrastive or mark.lower in lexicon.causal)
    if stated and subject_of(child) is not None and is_finite(child):
        splitter.expand(
            child, replace(ctx, kind="adverbial", subject=None, front=(), auxiliaries=(), negated=False)
        )


def _drop_day_of_saying(head: Node, contents: tuple[Node, ...]) -> None:
    """ "said Monday the bill passed": the day before the content's subject is the day of saying."""
    for content in contents:
        subject = subject_of(content)
        for day in content.kids("npadvmod"):
            if (
                subject is not None
                and head.i < day.i < subject.i
                and content.kid("mark") is None
                and not day.kids("prep")
            ):
                move(day, head, "npadvmod")
