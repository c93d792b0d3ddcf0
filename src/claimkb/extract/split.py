"""Cuts a parsed sentence into clauses, one predication each.

Starting at the root, `Splitter` walks the tree. Wherever a constituent makes
a statement of its own (a coordinated verb, a non-restrictive relative clause,
an apposition, a participial or contrastive clause ...) it is detached and
becomes a clause with a borrowed subject; what stays is the main claim. The
inventory follows the clause types of ClausIE (Del Corro and Gemulla 2013) and
the minimisation of MinIE (Gashteovski et al. 2017), kept to what changes truth.
"""

from collections.abc import Callable, Collection
from dataclasses import replace

from claimkb.extract.amounts import conjoined_amounts
from claimkb.extract.appositions import appositive, role_of
from claimkb.extract.asserted import age, names_town, tells_age, told_of_subject, town
from claimkb.extract.attachment import (
    absolute_verb,
    is_predicate,
    noun_before,
)
from claimkb.extract.attribution import find_attribution, noun_content
from claimkb.extract.borrowing import (
    closed_up,
    doer,
    gapped,
    governing_words,
    inherited_auxiliaries,
    is_done_to_each_other,
    lacks_object,
    shared_condition,
    shared_front,
    shared_rest,
    subject_nodes,
)
from claimkb.extract.clauses import Clause, Voice
from claimkb.extract.context import Context, cut_clause, with_outer_voice
from claimkb.extract.detach import done_before
from claimkb.extract.detach import participle as finite_participle
from claimkb.extract.detachment import KEEPING, Way, find_detached
from claimkb.extract.gapping import gapped_amounts
from claimkb.extract.inflect import is_participle
from claimkb.extract.introduced import describes, description
from claimkb.extract.relatives import (
    antecedent_nodes,
    brought_about,
    happened_after,
    put_antecedent,
    relative,
    reported_relative,
)
from claimkb.extract.saying import expand_attributed
from claimkb.extract.timing import same_time, times_before_verb, times_for
from claimkb.extract.tree import (
    Node,
    Tree,
    descend,
    subject_of,
    subtree,
)


class Splitter:
    """Splits one sentence; `idle` are the ids of nodes that say nothing ("not only"), `clauses` the result."""

    def __init__(self, tree: Tree, idle: Collection[int] = ()) -> None:
        self.tree = tree
        self.idle = idle
        self.clauses: list[Clause] = []
        self._closing: Voice | None = None  # a holder named at the very end: "A and B, X said"
        self._aside: tuple[Voice, int] | None = None  # the first holder named beside a clause, and where

    def split(self) -> list[Clause]:
        """All clauses of the sentence."""
        self.expand(self.tree.root, Context())
        self._spread_closing_voice()
        self._spread_over_colon()
        return self._by_amounts()

    def _spread_closing_voice(self) -> None:
        """A holder named after the last of several joined clauses speaks for all of them."""
        for clause in self.clauses:
            if (
                self._closing is not None
                and clause.voice is None
                and clause.kind in {"main", "coordinate", "adverbial"}
            ):
                clause.voice = self._closing

    def _spread_over_colon(self) -> None:
        """ "Times are hard, she said: rents are up": what explains the words of a holder is hers too."""
        colon = next((n for n in self.tree.nodes if n.text == ":"), None)
        if colon is None or self._aside is None or self._aside[1] > colon.i:
            return
        for clause in self.clauses:
            if clause.voice is None and clause.head.i > colon.i and clause.kind in {"main", "coordinate"}:
                clause.voice = self._aside[0]

    def finish(self, clause: Clause) -> list[Clause]:
        """A clause made elsewhere, with what is nested in it split off."""
        self._add(clause, Context(), split_rest=True)
        return self._by_amounts()

    def _by_amounts(self) -> list[Clause]:
        """The clauses, with one for each of several joined amounts."""
        gapped = (part for clause in self.clauses for part in gapped_amounts(clause))
        return [part for clause in gapped for part in conjoined_amounts(clause)]

    def expand(self, head: Node, ctx: Context) -> None:
        """Add the clauses of the predicate `head` and of everything below it."""
        attribution = find_attribution(head, self.tree, ctx.subject)
        if attribution is not None:
            expand_attributed(self, head, attribution, ctx)
            return
        if not is_predicate(head):
            return
        ctx, aside = with_outer_voice(head, ctx)
        if aside and ctx.voice is not None and self._aside is None:
            self._aside = ctx.voice, max(n.i for n in self.tree.nodes if id(n) in aside)
        if aside and self._ends_with(aside):
            self._closing = ctx.voice
        detached = [(n, way) for n, way in find_detached(head, head, self.tree) if id(n) not in aside]
        clause = cut_clause(head, ctx, detached)
        clause.own = [n for n in clause.own if id(n) not in aside]
        self.clauses.append(clause)
        for node, way in detached:
            self._cut(way, node, clause, ctx)
        for node in self.tree.nodes if aside else ():
            if id(node) in aside and node.dep in {"relcl", "appos"}:
                self._described_sayer(node, clause, replace(ctx, voice=None))

    def _described_sayer(self, node: Node, clause: Clause, ctx: Context) -> None:
        """What is told by the way of whoever is named as the holder."""
        for found, way in find_detached(node.head, clause.head, self.tree):
            if found is node and way in {Way.RELATIVE, Way.APPOSITION}:
                _CUTS[way](self, found, clause, ctx)

    def _ends_with(self, aside: set[int]) -> bool:
        words = [n for n in self.tree.nodes if n.dep != "punct"]
        return bool(words) and id(words[-1]) in aside

    def detach_within(self, node: Node, clause: Clause, ctx: Context) -> None:
        """The appositions and relative clauses inside a phrase that is not itself a clause."""
        if describes(node):
            self._description(node, clause, ctx)
        for found, way in find_detached(node, clause.head, self.tree):
            _CUTS[way](self, found, clause, ctx)

    # The cuts: each turns one detached node into clauses.

    def _coordinate(self, node: Node, clause: Clause, ctx: Context) -> None:
        own = subject_of(node)
        if own is not None and clause.kind == "relative" and own.tag in {"WP", "WDT"}:
            second = Clause(node, "relative", subtree(node))
            if put_antecedent(second, own, subject_nodes(clause) or ()):
                self._add(second, ctx, split_rest=True)
            return
        shared = own is None
        subject = (ctx.subject or subject_nodes(clause)) if shared else None
        auxiliaries, negated = inherited_auxiliaries(node, clause, self.idle)
        cc = next((c for c in reversed(node.head.kids("cc", "preconj")) if c.i < node.i), None)
        negated = negated or (cc is not None and cc.lower == "nor")
        front = (shared_front(clause) or times_before_verb(clause)) if shared else shared_condition(clause)
        if clause.kind == "participle" and _is_second_participle(node, clause):
            node.tag = "VBN"
        if (
            clause.kind in {"participle", "absolute"}
            and node.tag in {"VBG", "VBN"}
            and shared
            and not node.kids("aux")
        ):
            made = finite_participle(node, clause, clause.subject, self.tree)
            if made is not None:
                made.front = clause.front
                self._add(made, ctx, split_rest=True)
            return
        if shared:
            rest = shared_rest(node, clause)
            if (not rest and lacks_object(clause)) or is_done_to_each_other(node, subject):
                return
            clause.own = sorted([*clause.own, *rest], key=lambda n: n.i)
        before = len(self.clauses)
        self.expand(node, Context("coordinate", subject, front, auxiliaries, negated, ctx.voice))
        if not shared and node.tag == "VBN" and len(self.clauses) > before:
            gapped(self.clauses[before], clause.head)

    def _infinitive(self, node: Node, clause: Clause, ctx: Context) -> None:
        """ "needs to sell the plan and tell more": the second infinitive under the same governing words."""
        subject = ctx.subject or subject_nodes(clause)
        governing = governing_words(clause, node.head)
        if subject is None or not governing:
            return
        made = Clause(
            clause.head, "coordinate", subtree(node), subject, shared_front(clause), voice=ctx.voice
        )
        own_to = any(a.lower == "to" for a in node.kids("aux"))
        made.prefix = governing[:-1] if own_to else governing
        made.inner = node
        made.negated_from_above = any(c.dep == "neg" and id(c) not in self.idle for c in clause.head.children)
        self.clauses.append(made)

    def _relative(self, node: Node, clause: Clause, ctx: Context) -> None:
        made = brought_about(node, clause) or happened_after(node, clause)
        made = made or reported_relative(node, self.tree) or relative(node, self.tree)
        if made is None:
            return
        if made.voice is not None:
            self._add(made, ctx, split_rest=True)
            return
        said = find_attribution(node, self.tree)
        if said is not None and said.voice is not None:
            nodes = subject_nodes(made) or said.voice.nodes
            expand_attributed(self, node, replace(said, voice=replace(said.voice, nodes=nodes)), ctx)
        else:
            self._add(made, ctx, split_rest=True)

    def _stray_relative(self, node: Node, clause: Clause, ctx: Context) -> None:
        """A relative clause hung on a verb by mistake: it is about the noun phrase before its comma."""
        noun = noun_before(node, self.tree)
        word = subject_of(node)
        if noun is None or word is None:
            return
        own = [n for n in subtree(node) if n.dep != "punct" or n.i > word.i]
        made = Clause(node, "relative", own)
        if put_antecedent(made, word, tuple(antecedent_nodes(noun, node))):
            self._add(made, ctx, split_rest=True)

    def participle(self, node: Node, clause: Clause, ctx: Context) -> None:
        """A participial clause as a statement about its noun, its subject, or the event before it."""
        inside_subject = node.dep == "acl" and (node.i < clause.head.i or node.tag == "VBN")
        subject = (
            tuple(antecedent_nodes(node.head, node))
            if inside_subject
            else (doer(node, clause) or subject_nodes(clause) or ctx.subject)
        )
        attribution = find_attribution(node, self.tree, subject)
        if attribution is not None:
            expand_attributed(self, node, attribution, replace(ctx, subject=subject))
            return
        made = finite_participle(node, clause, subject, self.tree)
        if made is not None:
            if node.dep == "advcl" and node.tag == "VBG" and node.i > clause.head.i and made.event is None:
                made.front = () if node.kids("aux") else times_for(node, clause)
            self._add(made, ctx, split_rest=True)

    def _apposition(self, node: Node, clause: Clause, ctx: Context) -> None:
        made = appositive(node, self.tree)
        if made is not None:
            self._add(made, ctx, split_rest=True)

    def _opening(self, node: Node, clause: Clause, ctx: Context) -> None:
        """ "A farmer from Hull, the man ..." says what the man is."""
        subject = subject_nodes(clause) or ctx.subject
        if subject is not None:
            self._add(role_of(node, subject), ctx, split_rest=True)

    def _subordinate(self, node: Node, clause: Clause, ctx: Context) -> None:
        self.expand(node, Context("adverbial", front=same_time(node, clause), voice=ctx.voice))

    def _reason(self, node: Node, clause: Clause, ctx: Context) -> None:
        self.expand(node, Context("reason", front=same_time(node, clause), voice=ctx.voice))

    def _done_before(self, node: Node, clause: Clause, ctx: Context) -> None:
        """ "has resigned after losing the vote" says that he lost it."""
        made = done_before(node, clause, subject_nodes(clause) or ctx.subject)
        if made is not None:
            self._add(made, ctx, split_rest=True)

    def _run_on(self, node: Node, clause: Clause, ctx: Context) -> None:
        self.expand(node, Context("main", voice=ctx.voice))

    def _noun_content(self, node: Node, clause: Clause, ctx: Context) -> None:
        voice = noun_content(node)
        if voice is not None:
            self.expand(node, Context("content", negated=voice.denies, voice=voice))

    def _absolute(self, node: Node, clause: Clause, ctx: Context) -> None:
        verb = absolute_verb(node)
        if verb is None:
            return
        subject = subject_of(verb)
        made = finite_participle(
            verb, clause, tuple(subtree(subject)) if subject is not None else None, self.tree
        )
        if made is not None and subject is not None:
            made.kind = "absolute"
            gone = {id(n) for n in descend(subject)}
            made.own = [n for n in made.own if id(n) not in gone]
            self._add(made, ctx, split_rest=True)

    def _introduced(self, node: Node, clause: Clause, ctx: Context) -> None:
        """ "A man who was fired last week": that tells of a man what the reader did not know."""
        if node.dep == "relcl":
            self._relative(node, clause, ctx)
        else:
            self.participle(node, clause, ctx)

    def _asserted(self, node: Node, clause: Clause, ctx: Context) -> None:
        """ "is a firm based in Hull", "16-year-old Ann Lee", "the Syrian city of Aleppo"."""
        subject = subject_nodes(clause) or ctx.subject
        if tells_age(node):
            self._add(age(node), ctx)
        elif names_town(node):
            self._add(town(node), ctx)
        elif subject is not None and (made := told_of_subject(node, clause, subject, self.tree)) is not None:
            self._add(made, ctx, split_rest=True)

    def _description(self, node: Node, clause: Clause, ctx: Context) -> None:
        made = description(node)
        if made is not None:
            self._add(made, ctx)

    def _add(self, clause: Clause, ctx: Context, *, split_rest: bool = False) -> None:
        """Add a made clause, and split what is nested in it."""
        clause.voice = clause.voice or ctx.voice
        self.clauses.append(clause)
        if not split_rest:
            return
        inner = replace(ctx, subject=clause.subject, front=(), auxiliaries=(), negated=False)
        for node, way in find_detached(clause.head, clause.head, self.tree):
            if way not in KEEPING:
                clause.without(node)
                clause.own = closed_up(clause.own, [node], clause.head)
            self._cut(way, node, clause, inner)

    def _cut(self, way: Way, node: Node, clause: Clause, ctx: Context) -> None:
        """Make clauses of a detached node; where none comes of it, its words stay with the clause."""
        before = len(self.clauses)
        _CUTS[way](self, node, clause, ctx)
        if way in KEEPING:
            return
        if len(self.clauses) == before:
            clause.take_back(node, self.tree)
        else:
            self.clauses[before].cut_from = (clause, node)


def _is_second_participle(node: Node, clause: Clause) -> bool:
    """ "led by X and founded in 1990": a form of the past beside a past participle, without an object."""
    passive = clause.head.tag == "VBN" and not clause.head.kids("aux")
    return (
        passive and node.tag == "VBD" and is_participle(node.lower) and not node.kids("dobj", "aux", "nsubj")
    )


_CUTS: dict[Way, Callable[[Splitter, Node, Clause, Context], None]] = {
    Way.COORDINATE: Splitter._coordinate,
    Way.INFINITIVE: Splitter._infinitive,
    Way.RELATIVE: Splitter._relative,
    Way.STRAY_RELATIVE: Splitter._stray_relative,
    Way.PARTICIPLE: Splitter.participle,
    Way.APPOSITION: Splitter._apposition,
    Way.SUBORDINATE: Splitter._subordinate,
    Way.REASON: Splitter._reason,
    Way.REASON_APART: Splitter._reason,
    Way.DONE_BEFORE: Splitter._done_before,
    Way.DURING: Splitter.participle,
    Way.OPENING: Splitter._opening,
    Way.RUN_ON: Splitter._run_on,
    Way.NOUN_CONTENT: Splitter._noun_content,
    Way.ABSOLUTE: Splitter._absolute,
    Way.INTRODUCED: Splitter._introduced,
    Way.ASSERTED: Splitter._asserted,
    Way.DESCRIPTION: Splitter._description,
}
