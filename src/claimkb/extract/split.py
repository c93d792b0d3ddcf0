"""Cuts a parsed sentence into clauses, one predication each.

Starting at the root, `Splitter` walks the tree. Wherever a constituent makes
a statement of its own (a coordinated verb, a non-restrictive relative clause,
an apposition, a participial or contrastive clause ...) it is detached and
becomes a clause with a borrowed subject; what stays is the main claim. The
inventory follows the clause types of ClausIE (Del Corro and Gemulla 2013) and
the minimisation of MinIE (Gashteovski et al. 2017), kept to what changes truth.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

from claimkb.extract.amounts import conjoined_amounts
from claimkb.extract.appositions import appositive
from claimkb.extract.attachment import (
    absolute_verb,
    has_relative_subject,
    is_clausal_conjunct,
    is_loose_participle,
    is_nonrestrictive,
    is_predicate,
    is_run_on,
    joined_infinitive,
    noun_before,
)
from claimkb.extract.attribution import Attribution, find_attribution, noun_content, outer_voice
from claimkb.extract.borrowing import (
    closed_up,
    governing_words,
    inherited_auxiliaries,
    shared_condition,
    shared_front,
    subject_nodes,
    without_neither,
)
from claimkb.extract.clauses import Clause, Voice
from claimkb.extract.detach import finite_content, participle
from claimkb.extract.relatives import antecedent_nodes, put_antecedent, relative
from claimkb.extract.repair import move
from claimkb.extract.tree import (
    Node,
    Tree,
    comma_before,
    descend,
    is_finite,
    subject_of,
    subtree,
)
from claimkb.lexicon.cues import cues


@dataclass(frozen=True, slots=True)
class Context:
    """What a clause inherits from where it was cut."""

    kind: str = "main"
    subject: tuple[Node, ...] | None = None
    front: tuple[Node, ...] = ()
    auxiliaries: tuple[Node, ...] = ()
    negated: bool = False
    voice: Voice | None = None


class Splitter:
    """Splits one sentence; `idle` are the ids of nodes that say nothing ("not only"), `clauses` the result."""

    def __init__(self, tree: Tree, idle: Collection[int] = ()) -> None:
        self.tree = tree
        self.idle = idle
        self.clauses: list[Clause] = []
        self._closing: Voice | None = None  # a holder named at the very end: "A and B, X said"

    def split(self) -> list[Clause]:
        """All clauses of the sentence."""
        self.expand(self.tree.root, Context())
        self._spread_closing_voice()
        return [part for clause in self.clauses for part in conjoined_amounts(clause)]

    def _spread_closing_voice(self) -> None:
        """A holder named after the last of several joined clauses speaks for all of them."""
        for clause in self.clauses:
            if (
                self._closing is not None
                and clause.voice is None
                and clause.kind in {"main", "coordinate", "adverbial"}
            ):
                clause.voice = self._closing

    def finish(self, clause: Clause) -> list[Clause]:
        """A clause made elsewhere, with what is nested in it split off."""
        self._add(clause, Context(), split_rest=True)
        return [part for made in self.clauses for part in conjoined_amounts(made)]

    def expand(self, head: Node, ctx: Context) -> None:
        """Add the clauses of the predicate `head` and of everything below it."""
        attribution = find_attribution(head, self.tree, ctx.subject)
        if attribution is not None:
            self._expand_attributed(head, attribution, ctx)
            return
        if not is_predicate(head):
            return
        ctx, aside = _with_outer_voice(head, ctx)
        if aside and self._ends_with(aside):
            self._closing = ctx.voice
        detached = [(n, action) for n, action in self._find_detached(head) if id(n) not in aside]
        clause = self._clause(head, ctx, detached)
        clause.own = [n for n in clause.own if id(n) not in aside]
        self.clauses.append(clause)
        for node, action in detached:
            action(node, clause, ctx)

    def _ends_with(self, aside: set[int]) -> bool:
        words = [n for n in self.tree.nodes if n.dep != "punct"]
        return bool(words) and id(words[-1]) in aside

    def _expand_attributed(self, head: Node, found: Attribution, ctx: Context) -> None:
        """The content becomes the holder's claim; what else hangs on the verb of saying is split as usual."""
        _drop_day_of_saying(head, found.contents)
        inner = replace(
            ctx,
            kind="content",
            subject=None,
            front=(),
            auxiliaries=(),
            negated=found.negated,
            voice=found.voice,
        )
        for content in found.contents:
            before = len(self.clauses)
            self.expand(content, inner)
            if not is_finite(content) and len(self.clauses) > before:
                finite_content(self.clauses[before], head)
        subject = subject_of(head)
        subject_nodes = tuple(subtree(subject)) if subject is not None else ctx.subject
        say = Clause(head, "saying", subtree(head, found.contents), voice=ctx.voice)
        for child in head.children:
            if child in found.contents or child is subject:
                continue
            if child.dep == "conj" and child.is_verb:
                self.expand(child, replace(ctx, kind="coordinate", subject=subject_nodes))
            elif child.dep == "advcl" and child.tag in {"VBG", "VBN"} and child.kid("mark") is None:
                say.subject = subject_nodes
                self._participle(child, say, ctx)
            elif child.dep == "advcl":
                self._beside_saying(child, ctx)
            elif child.dep == "prep" and child.lower == "after" and child.kid("pcomp") is not None:
                say.subject = subject_nodes
                self._participle(child.kids("pcomp")[0], say, ctx)
        if subject is not None:
            self._detach_within(subject, say, ctx)

    def _beside_saying(self, child: Node, ctx: Context) -> None:
        """ "While X did A, Y said P": what X did is told by whoever tells the sentence."""
        mark = child.kid("mark")
        lexicon = cues().clauses
        stated = mark is not None and mark.lower in lexicon.contrastive | lexicon.causal
        if stated and subject_of(child) is not None and is_finite(child):
            self.expand(
                child, replace(ctx, kind="adverbial", subject=None, front=(), auxiliaries=(), negated=False)
            )

    def _detach_within(self, node: Node, clause: Clause, ctx: Context) -> None:
        """The appositions and relative clauses inside a phrase that is not itself a clause."""
        for found, action in self._walk(node, clause.head):
            action(found, clause, ctx)

    def _find_detached(self, head: Node) -> list[tuple[Node, "Action"]]:
        return self._walk(head, head)

    def _walk(self, top: Node, head: Node) -> list[tuple[Node, "Action"]]:
        found: list[tuple[Node, Action]] = []
        stack = [top]
        while stack:
            node = stack.pop()
            for child in node.children:
                action = self._action(node, child, head)
                if action is None:
                    stack.append(child)
                else:
                    found.append((child, action))
                    if action in self._keeping():
                        stack.append(child)
        return sorted(found, key=lambda pair: pair[0].i)

    def _keeping(self) -> tuple["Action", ...]:
        """The actions that add a clause and leave its words where they are."""
        return (self._noun_content, self._causal)

    def _action(self, node: Node, child: Node, head: Node) -> "Action | None":
        if child.is_verb and child.dep in {"conj", "ccomp", "advcl", "dep"} and has_relative_subject(child):
            return self._stray_relative if noun_before(child, self.tree) is not None else None
        """How `child` of `node` is detached from the clause of `head`; None where it stays."""
        if child.dep == "conj" and joined_infinitive(node, child, head):
            return self._infinitive
        if child.dep == "conj":
            return self._coordinate if is_clausal_conjunct(node, child, head) else None
        if child.dep == "relcl":
            made = relative(child, self.tree) if is_nonrestrictive(child, self.tree) else None
            return self._relative if made is not None else None
        if child.dep in {"acl", "ccomp"} and noun_content(child):
            return self._noun_content
        if child.dep == "acl":
            return self._participle if is_loose_participle(child, self.tree) else None
        if child.dep == "appos":
            return self._apposition if appositive(child, self.tree) is not None else None
        if child.dep == "advcl" and node is head:
            return self._adverbial_action(child, head)
        if child.dep in {"ccomp", "parataxis", "dep"} and node is head:
            return self._run_on if is_run_on(child, head) else None
        if child.dep == "prep" and child.lower == "with" and absolute_verb(child) is not None:
            return self._absolute
        return None

    def _adverbial_action(self, child: Node, head: Node) -> "Action | None":
        mark = child.kid("mark")
        lexicon = cues().clauses
        own_subject = subject_of(child) is not None
        if mark is None:
            loose = is_loose_participle(child, self.tree) or (
                child.tag in {"VBG", "VBN"} and child.i < head.i
            )
            return self._participle if loose else None
        if mark.lower in lexicon.contrastive:
            if own_subject:
                return self._subordinate
            return self._participle if child.tag == "VBG" else None
        if mark.lower in lexicon.causal and own_subject and is_finite(child):
            if child.lemma == "do" and child.kid("dobj") is None:
                return None  # "as it does with others" compares
            apart = comma_before(self.tree.nodes, child) or child.i < head.i
            if mark.lower == "as":
                return None if _compares(child, self.tree) else self._causal_apart
            return self._causal_apart if apart else self._causal
        return None

    # The actions: each turns one detached node into clauses.

    def _coordinate(self, node: Node, clause: Clause, ctx: Context) -> None:
        own = subject_of(node)
        shared = own is None
        subject = (ctx.subject or subject_nodes(clause)) if shared else None
        auxiliaries, negated = inherited_auxiliaries(node, clause, self.idle)
        cc = next((c for c in reversed(node.head.kids("cc", "preconj")) if c.i < node.i), None)
        negated = negated or (cc is not None and cc.lower == "nor")
        front = shared_front(clause) if shared else shared_condition(clause)
        if (
            clause.kind in {"participle", "absolute"}
            and node.tag in {"VBG", "VBN"}
            and shared
            and not node.kids("aux")
        ):
            made = participle(node, clause, clause.subject, self.tree)
            if made is not None:
                self._add(made, ctx, split_rest=True)
            return
        self.expand(node, Context("coordinate", subject, front, auxiliaries, negated, ctx.voice))

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
        made = relative(node, self.tree)
        if made is None:
            return
        said = find_attribution(node, self.tree)
        if said is not None and said.voice is not None:
            nodes = subject_nodes(made) or said.voice.nodes
            self._expand_attributed(node, replace(said, voice=replace(said.voice, nodes=nodes)), ctx)
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

    def _participle(self, node: Node, clause: Clause, ctx: Context) -> None:
        inside_subject = node.dep == "acl" and (node.i < clause.head.i or node.tag == "VBN")
        subject = (
            tuple(antecedent_nodes(node.head, node))
            if inside_subject
            else (subject_nodes(clause) or ctx.subject)
        )
        attribution = find_attribution(node, self.tree, subject)
        if attribution is not None:
            self._expand_attributed(node, attribution, replace(ctx, subject=subject))
            return
        made = participle(node, clause, subject, self.tree)
        if made is not None:
            self._add(made, ctx, split_rest=True)

    def _apposition(self, node: Node, clause: Clause, ctx: Context) -> None:
        made = appositive(node, self.tree)
        if made is not None:
            self._add(made, ctx, split_rest=True)

    def _subordinate(self, node: Node, clause: Clause, ctx: Context) -> None:
        self.expand(node, Context("adverbial", voice=ctx.voice))

    def _causal(self, node: Node, clause: Clause, ctx: Context) -> None:
        self.expand(node, Context("reason", voice=ctx.voice))

    def _causal_apart(self, node: Node, clause: Clause, ctx: Context) -> None:
        self._causal(node, clause, ctx)

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
        made = participle(verb, clause, tuple(subtree(subject)) if subject is not None else None, self.tree)
        if made is not None and subject is not None:
            made.kind = "absolute"
            gone = {id(n) for n in descend(subject)}
            made.own = [n for n in made.own if id(n) not in gone]
            self._add(made, ctx, split_rest=True)

    def _add(self, clause: Clause, ctx: Context, *, split_rest: bool = False) -> None:
        """Add a made clause, and split what is nested in it."""
        clause.voice = clause.voice or ctx.voice
        self.clauses.append(clause)
        if not split_rest:
            return
        inner = replace(ctx, subject=clause.subject, front=(), auxiliaries=(), negated=False)
        for node, action in self._find_detached(clause.head):
            if action not in self._keeping():
                clause.without(node)
            action(node, clause, inner)

    def _clause(self, head: Node, ctx: Context, detached: list[tuple[Node, "Action"]]) -> Clause:
        gone = [n for n, action in detached if action not in self._keeping()]
        own = closed_up(subtree(head, gone), gone, head)
        if ctx.kind in {"reason", "adverbial"} and head.kid("mark") is not None:
            own = [n for n in own if n.i >= head.kids("mark")[0].i]
        mark = head.kid("mark")
        if mark is not None and ctx.kind in {"content", "adverbial", "reason"}:
            own = [n for n in own if n is not mark]
        while own and own[0].lower == "that" and own[0].tag == "IN":
            own = own[1:]
        borrowed = ctx.subject if subject_of(head) is None else None
        clause = Clause(head, ctx.kind, own, borrowed, ctx.front, voice=ctx.voice)
        clause.prefix = tuple(a.text for a in ctx.auxiliaries)
        clause.governors = ctx.auxiliaries
        clause.negated_from_above = ctx.negated
        return without_neither(clause)


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


def _compares(child: Node, tree: Tree) -> bool:
    """ "as fast as he can" measures; "as prices rose" tells what else happened."""
    first = child.kids("mark")[0].i - tree.nodes[0].i
    before = [n.lower for n in tree.nodes[max(0, first - 3) : first]]
    return "as" in before or "such" in before or "same" in before or child.lemma in {"be", "can", "could"}


Action = Callable[[Node, Clause, Context], None]


def _with_outer_voice(head: Node, ctx: Context) -> tuple[Context, set[int]]:
    """The context with the holder named beside the clause, and the nodes that name it."""
    found = outer_voice(head)
    if found is None:
        return ctx, set()
    voice, nodes = found
    return replace(ctx, voice=voice), {id(n) for n in nodes}
