"""The cuts at verbs: each makes clauses of a verb that is joined to the one of a clause, or tells how things went.

A joined verb shares subject, auxiliaries and what stands before them; a
participle takes the tense of the clause that it was cut off.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from claimkb.extract.antecedents import antecedent_nodes, put_antecedent
from claimkb.extract.attachment import absolute_state, absolute_verb
from claimkb.extract.attribution import find_attribution
from claimkb.extract.borrowing import (
    doer,
    gapped,
    inherited_auxiliaries,
    is_done_to_each_other,
    lacks_object,
    shared_condition,
    shared_front,
    shared_rest,
    subject_nodes,
)
from claimkb.extract.clauses import Clause
from claimkb.extract.context import Context
from claimkb.extract.detach import done_before, has_happened, head_of, is_past
from claimkb.extract.detach import participle as finite_participle
from claimkb.extract.infinitives import governing_words, infinitives_of
from claimkb.extract.inflect import be, is_participle
from claimkb.extract.number import is_plural
from claimkb.extract.saying import expand_attributed
from claimkb.extract.timing import same_time, times_before_verb, times_for
from claimkb.extract.tree import Node, descend, subject_of, subtree
from claimkb.lexicon.cues import cues

if TYPE_CHECKING:
    from claimkb.extract.split import Splitter


_YEAR = 4  # digits


def cut_coordinate(splitter: "Splitter", node: Node, clause: Clause, ctx: Context) -> None:
    """ "raised rates and sold bonds": a second verb with what it shares with the first."""
    own = subject_of(node)
    if own is not None and clause.kind == "relative" and own.tag in {"WP", "WDT"}:
        second = Clause(node, "relative", subtree(node))
        if put_antecedent(second, own, subject_nodes(clause) or ()):
            splitter.add(second, ctx, split_rest=True)
    elif own is None and _is_second_participle(node, clause):
        made = finite_participle(node, clause, clause.subject, splitter.tree)
        if made is not None:
            made.front = clause.front
            splitter.add(made, ctx, split_rest=True)
    else:
        _joined_verb(splitter, node, clause, ctx)


def _joined_verb(splitter: "Splitter", node: Node, clause: Clause, ctx: Context) -> None:
    shared = subject_of(node) is None
    subject = (ctx.subject or subject_nodes(clause)) if shared else None
    auxiliaries, negated = inherited_auxiliaries(node, clause, splitter.idle)
    cc = next((c for c in reversed(node.head.kids("cc", "preconj")) if c.i < node.i), None)
    negated = negated or (cc is not None and cc.lower == "nor")
    front = (shared_front(clause) or times_before_verb(clause)) if shared else shared_condition(clause)
    if shared:
        rest = shared_rest(node, clause)
        if (not rest and lacks_object(clause)) or is_done_to_each_other(node, subject):
            return
        clause.own = sorted([*clause.own, *rest], key=lambda n: n.i)
    before = len(splitter.clauses)
    splitter.expand(node, Context("coordinate", subject, front, auxiliaries, negated, ctx.voice))
    if not shared and node.tag == "VBN" and len(splitter.clauses) > before:
        gapped(splitter.clauses[before], clause.head)


def _is_second_participle(node: Node, clause: Clause) -> bool:
    """ "led by X and founded in 1990": a participle beside one, though it may look like the past."""
    if clause.kind not in {"participle", "absolute"} or node.kids("aux"):
        return False
    passive = clause.kind == "participle" and clause.head.tag == "VBN" and not clause.head.kids("aux")
    if passive and node.tag == "VBD" and is_participle(node.lower) and not node.kids("dobj"):
        node.tag = "VBN"
    return node.tag in {"VBG", "VBN"}


def cut_infinitive(splitter: "Splitter", node: Node, clause: Clause, ctx: Context) -> None:
    """ "needs to sell the plan and tell more": the second infinitive under the same governing words."""
    subject = ctx.subject or subject_nodes(clause)
    governing = governing_words(clause, node.head)
    if subject is None or not governing:
        return
    for verb, own in infinitives_of(node):
        made = Clause(clause.head, "coordinate", own, subject, shared_front(clause), voice=ctx.voice)
        own_to = any(a.lower == "to" for a in verb.kids("aux"))
        made.prefix = governing[:-1] if own_to else governing
        made.inner = verb
        made.negated_from_above = any(
            c.dep == "neg" and id(c) not in splitter.idle for c in clause.head.children
        )
        splitter.clauses.append(made)


def cut_participle(splitter: "Splitter", node: Node, clause: Clause, ctx: Context) -> None:
    """A participial clause as a statement about its noun, its subject, or the event before it."""
    if node.lemma in cues().clauses.result_verbs and node.i > clause.head.i and clause.head.kids("neg"):
        return  # "will not begin until May, allowing X to rest": what does not happen allows it
    inside_subject = node.dep == "acl" and (node.i < clause.head.i or node.tag == "VBN")
    subject = (
        tuple(antecedent_nodes(node.head, node))
        if inside_subject
        else (doer(node, clause) or subject_nodes(clause) or ctx.subject)
    )
    attribution = find_attribution(node, splitter.tree, subject)
    if attribution is not None:
        expand_attributed(splitter, node, attribution, replace(ctx, subject=subject))
        return
    made = finite_participle(node, clause, subject, splitter.tree)
    if made is not None:
        if node.dep == "advcl" and node.tag == "VBG" and node.i > clause.head.i and made.event is None:
            made.front = () if node.kids("aux") else times_for(node, clause)
        splitter.add(made, ctx, split_rest=True)


def cut_subordinate(splitter: "Splitter", node: Node, clause: Clause, ctx: Context) -> None:
    """ "While imports rose, exports fell": each of the two is a statement."""
    splitter.expand(node, Context("adverbial", front=same_time(node, clause), voice=ctx.voice))


def cut_reason(splitter: "Splitter", node: Node, clause: Clause, ctx: Context) -> None:
    """ "failed because both wanted more": what is given as a reason or an occasion is stated too."""
    front, before = same_time(node, clause), len(splitter.clauses)
    since = bool(front) and front[0].lower == "since"
    splitter.expand(node, Context("reason", front=() if since else front, voice=ctx.voice))
    if since and len(splitter.clauses) > before:  # "in office since May, when he won": he won in May
        day = any(n.lower.endswith("day") or (n.tag == "CD" and len(n.text) < _YEAR) for n in front)
        splitter.clauses[before].appended = ("on" if day else "in", *front[1:])


def cut_done_before(splitter: "Splitter", node: Node, clause: Clause, ctx: Context) -> None:
    """ "has resigned after losing the vote" says that he lost it."""
    made = done_before(node, clause, subject_nodes(clause) or ctx.subject)
    if made is not None:
        splitter.add(made, ctx, split_rest=True)


def cut_run_on(splitter: "Splitter", node: Node, clause: Clause, ctx: Context) -> None:
    """ "Oil rose; gold fell": two sentences in one."""
    splitter.expand(node, Context("main", voice=ctx.voice))


def cut_absolute(splitter: "Splitter", node: Node, clause: Clause, ctx: Context) -> None:
    """ "with carmakers losing most": a circumstance with a subject of its own."""
    verb = absolute_verb(node)
    if verb is None:
        _cut_state_of_noun(splitter, node, clause, ctx)
        return
    subject = subject_of(verb)
    made = finite_participle(
        verb, clause, tuple(subtree(subject)) if subject is not None else None, splitter.tree
    )
    if made is not None and subject is not None:
        made.kind = "absolute"
        gone = {id(n) for n in descend(subject)}
        made.own = [n for n in made.own if id(n) not in gone]
        splitter.add(made, ctx, split_rest=True)


def _cut_state_of_noun(splitter: "Splitter", node: Node, clause: Clause, ctx: Context) -> None:
    found = absolute_state(node, splitter.tree)
    if found is not None:
        noun, state = found
        verb = be(plural=is_plural(noun), is_past=is_past(clause.head))
        phrase = tuple(n for n in subtree(noun) if n is not state)
        splitter.add(Clause(state, "insertion", [state], subject=phrase, prefix=(verb,)), ctx)


def cut_state(splitter: "Splitter", node: Node, clause: Clause, ctx: Context) -> None:
    """ "Aware that he had lost, Roe left": Roe was aware of it."""
    subject = subject_nodes(clause) or ctx.subject
    if subject is None:
        return
    own = subtree(node)
    while own and own[0].dep == "punct":
        own.pop(0)
    verb = be(plural=is_plural(head_of(subject)), is_past=has_happened(clause.head))
    made = Clause(node, "insertion", own, subject=subject, prefix=(verb,))
    made.notes.append("an adjective beside the clause read as a statement about its subject")
    splitter.add(made, ctx)
