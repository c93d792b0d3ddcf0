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

from claimkb.extract import cuts_of_nouns, cuts_of_verbs
from claimkb.extract.amounts import conjoined_amounts
from claimkb.extract.attachment import is_predicate
from claimkb.extract.attribution import find_attribution
from claimkb.extract.borrowing import closed_up
from claimkb.extract.clauses import Clause, Voice
from claimkb.extract.context import Context, cut_clause, with_outer_voice
from claimkb.extract.detachment import find_detached
from claimkb.extract.ellipsis import complete
from claimkb.extract.gapping import gapped_amounts
from claimkb.extract.holders import hearsay, is_hearsay
from claimkb.extract.introduced import describes
from claimkb.extract.members import members
from claimkb.extract.saying import expand_attributed
from claimkb.extract.tree import Node, Tree, comma_before
from claimkb.extract.ways import KEEPING, Way


class Splitter:
    """Splits one sentence; `idle` are the ids of nodes that say nothing ("not only"), `clauses` the result."""

    def __init__(self, tree: Tree, idle: Collection[int] = ()) -> None:
        self.tree = tree
        self.idle = idle
        self.clauses: list[Clause] = []
        self._closing: tuple[Voice, int] | None = None  # the holder named last, and since where
        self._aside: tuple[Voice, int] | None = None  # the first holder named beside a clause, and where

    def split(self) -> list[Clause]:
        """All clauses of the sentence."""
        self.expand(self.tree.root, Context())
        self._spread_closing_voice()
        self._spread_over_colon()
        self._spread_over_semicolon()
        return self._by_amounts()

    def _spread_closing_voice(self) -> None:
        """A holder named after the last of several joined clauses speaks for all of them, back to a semicolon."""
        if self._closing is None:
            return
        voice, since = self._closing
        for clause in self.clauses:
            joined = clause.kind in {"main", "coordinate", "adverbial"} and clause.head.i > since
            if joined and (clause.voice is None or is_hearsay(clause.voice)):
                clause.voice = voice

    def _spread_over_colon(self) -> None:
        """ "Times are hard, she said: rents are up": what explains the words of a holder is hers too."""
        colon = next((n for n in self.tree.nodes if n.text == ":"), None)
        if colon is None or self._aside is None or self._aside[1] > colon.i:
            return
        for clause in self.clauses:
            if clause.voice is None and clause.head.i > colon.i and clause.kind in {"main", "coordinate"}:
                clause.voice = self._aside[0]

    def _spread_over_semicolon(self) -> None:
        """ "The bank reported that A; B": a report that opens a sentence goes on behind the semicolon."""
        stop = next((n for n in self.tree.nodes if n.text == ";"), None)
        if stop is None:
            return
        said = (c for c in self.clauses if c.kind == "content" and c.voice is not None and c.voice.nodes)
        first = next((c for c in said if c.voice and c.voice.nodes[-1].i < c.head.i < stop.i), None)
        for clause in self.clauses if first is not None else ():
            if clause.voice is None and clause.head.i > stop.i and clause.kind in {"main", "coordinate"}:
                clause.voice = first.voice if first is not None else None

    def finish(self, clause: Clause) -> list[Clause]:
        """A clause made elsewhere, with what is nested in it split off."""
        self.add(clause, Context(), split_rest=True)
        return self._by_amounts()

    def _by_amounts(self) -> list[Clause]:
        """The clauses, with one for each of several joined amounts."""
        complete(self.clauses)
        named = (part for clause in self.clauses for part in members(clause))
        gapped = (part for clause in named for part in gapped_amounts(clause))
        return [part for clause in gapped for part in conjoined_amounts(clause)]

    def expand(self, head: Node, ctx: Context) -> None:
        """Add the clauses of the predicate `head` and of everything below it."""
        attribution = find_attribution(head, self.tree, ctx.subject)
        if attribution is not None:
            expand_attributed(self, head, attribution, ctx)
            return
        if not is_predicate(head):
            return
        before = ctx  # what stands before a semicolon is nobody's whom the end names
        ctx, aside = with_outer_voice(head, ctx)
        if aside and ctx.voice is not None and self._aside is None:
            self._aside = ctx.voice, max(n.i for n in self.tree.nodes if id(n) in aside)
        if aside and self._ends_with(aside):
            last = self.tree.nodes[-1]
            stops = (n.i for n in self.tree.nodes if n.text == ";" and n.i < last.i)
            self._closing = (ctx.voice, max(stops, default=-1)) if ctx.voice is not None else None
        detached = [(n, way) for n, way in find_detached(head, head, self.tree) if id(n) not in aside]
        clause = cut_clause(head, ctx, detached)
        clause.own = [n for n in clause.own if id(n) not in aside]
        clause.voice = clause.voice or hearsay(head)
        self.clauses.append(clause)
        for node, way in detached:
            self._cut(way, node, clause, before if self._is_stopped(node, head) else ctx)
        for node in self.tree.nodes if aside else ():
            if id(node) in aside and node.dep in {"relcl", "appos"}:
                self._described_sayer(node, clause, replace(ctx, voice=None))

    def _is_stopped(self, node: Node, head: Node) -> bool:
        """Whether a semicolon stands between a clause and the later one that it hangs on."""
        return node.i < head.i and any(n.text == ";" and node.i < n.i < head.i for n in head.children)

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
            cuts_of_nouns.cut_description(self, node, clause, ctx)
        for found, way in find_detached(node, clause.head, self.tree):
            _CUTS[way](self, found, clause, ctx)

    def participle(self, node: Node, clause: Clause, ctx: Context) -> None:
        """A participial clause as a statement about its noun, its subject, or the event before it."""
        cuts_of_verbs.cut_participle(self, node, clause, ctx)

    def add(self, clause: Clause, ctx: Context, *, split_rest: bool = False) -> None:
        """Add a made clause, and split what is nested in it."""
        clause.voice = clause.voice or ctx.voice or hearsay(clause.head)
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
            self._also_without(clause, before)
            return
        if len(self.clauses) == before:
            clause.take_back(node, self.tree, self.clauses)
        else:
            self.clauses[before].cut_from = (clause, node)

    def _also_without(self, clause: Clause, first: int) -> None:
        """What is cut off a clause that stays within `clause` is cut off there too ("after X resigned, citing Y")."""
        for made in self.clauses[first + 1 :]:
            loose = (
                made.kind in {"participle", "relative", "apposition", "content"} and made.cut_from is not None
            )
            if loose and made.cut_from is not None and made.cut_from[0] is self.clauses[first]:
                node = made.cut_from[1]
                if comma_before(self.tree.nodes, node):
                    clause.without(node)
                    clause.own = closed_up(clause.own, [node], clause.head)


_CUTS: dict[Way, Callable[[Splitter, Node, Clause, Context], None]] = {
    Way.COORDINATE: cuts_of_verbs.cut_coordinate,
    Way.INFINITIVE: cuts_of_verbs.cut_infinitive,
    Way.RELATIVE: cuts_of_nouns.cut_relative,
    Way.STRAY_RELATIVE: cuts_of_nouns.cut_stray_relative,
    Way.PARTICIPLE: cuts_of_verbs.cut_participle,
    Way.APPOSITION: cuts_of_nouns.cut_apposition,
    Way.SUBORDINATE: cuts_of_verbs.cut_subordinate,
    Way.REASON: cuts_of_verbs.cut_reason,
    Way.REASON_APART: cuts_of_verbs.cut_reason,
    Way.DONE_BEFORE: cuts_of_verbs.cut_done_before,
    Way.DURING: cuts_of_verbs.cut_participle,
    Way.OPENING: cuts_of_nouns.cut_opening,
    Way.RUN_ON: cuts_of_verbs.cut_run_on,
    Way.NOUN_CONTENT: cuts_of_nouns.cut_noun_content,
    Way.ABSOLUTE: cuts_of_verbs.cut_absolute,
    Way.INTRODUCED: cuts_of_nouns.cut_introduced,
    Way.ASSERTED: cuts_of_nouns.cut_asserted,
    Way.DESCRIPTION: cuts_of_nouns.cut_description,
    Way.MESSAGE: cuts_of_nouns.cut_message,
    Way.PRESUPPOSED: cuts_of_nouns.cut_presupposed,
    Way.STATE: cuts_of_verbs.cut_state,
    Way.NAME_OF_EVENT: cuts_of_nouns.cut_name_of_event,
}
