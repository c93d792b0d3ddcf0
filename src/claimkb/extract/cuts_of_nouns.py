"""The cuts at nouns: each makes clauses of what is said of a thing by the way.

A relative clause, an apposition, a description before a name, or the content
of a noun of saying; the noun takes its place in the clause that is made.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from claimkb.extract.antecedents import antecedent_nodes, put_antecedent
from claimkb.extract.appositions import appositive, role_of
from claimkb.extract.asserted import age, names_town, tells_age, told_of_subject, town
from claimkb.extract.attachment import noun_before
from claimkb.extract.attribution import find_attribution
from claimkb.extract.borrowing import subject_nodes
from claimkb.extract.clauses import Clause
from claimkb.extract.context import Context
from claimkb.extract.cuts_of_verbs import cut_participle
from claimkb.extract.detach import head_of, participle
from claimkb.extract.event_appositions import event_appositive, is_of_event
from claimkb.extract.introduced import description
from claimkb.extract.noun_sayings import noun_content, sender
from claimkb.extract.presupposed import deed, named_event, told_by_time
from claimkb.extract.relatives import brought_about, happened_after, relative, reported_relative
from claimkb.extract.saying import expand_attributed
from claimkb.extract.tree import Node, descend, subject_of, subtree

if TYPE_CHECKING:
    from claimkb.extract.split import Splitter


def cut_relative(splitter: "Splitter", node: Node, clause: Clause, ctx: Context) -> None:
    """ "The hospital, which opened in 1998," as a statement about the hospital, or about the event before it."""
    made = brought_about(node, clause) or happened_after(node, clause)
    made = made or reported_relative(node, splitter.tree) or relative(node, splitter.tree)
    if made is None:
        return
    if made.voice is not None:
        splitter.add(made, ctx, split_rest=True)
        return
    said = find_attribution(node, splitter.tree)
    if said is not None and said.voice is not None:
        nodes = subject_nodes(made) or said.voice.nodes
        expand_attributed(splitter, node, replace(said, voice=replace(said.voice, nodes=nodes)), ctx)
    else:
        splitter.add(made, ctx, split_rest=True)


def cut_stray_relative(splitter: "Splitter", node: Node, clause: Clause, ctx: Context) -> None:
    """A relative clause hung on a verb by mistake: it is about the noun phrase before its comma."""
    noun = noun_before(node, splitter.tree)
    word = subject_of(node)
    if noun is None or word is None:
        return
    own = [n for n in subtree(node) if n.dep != "punct" or n.i > word.i]
    made = Clause(node, "relative", own)
    if put_antecedent(made, word, tuple(antecedent_nodes(noun, node))):
        splitter.add(made, ctx, split_rest=True)


def cut_apposition(splitter: "Splitter", node: Node, clause: Clause, ctx: Context) -> None:
    """ "Ann Lee, the head of the agency," as what Ann Lee is."""
    told = is_of_event(node, clause)
    made = event_appositive(node, clause) if told else appositive(node, splitter.tree)
    if made is not None:
        if made.appended:
            _tell_by_name(clause, made)
        splitter.add(made, ctx, split_rest=True)


def _tell_by_name(clause: Clause, made: Clause) -> None:
    """ "The mayor, Ann Lee, resigned" is told of Ann Lee: her name stands in the place of what she is."""
    role = tuple(n for n in made.appended if isinstance(n, Node))
    kept = {id(n) for n in clause.own}
    if not role or not all(id(n) in kept and id(n) not in clause.swap for n in role):
        return
    noun = head_of(role)
    gone = {id(n) for n in role if n is not noun}
    clause.own = [n for n in clause.own if id(n) not in gone]
    told = {id(n) for c in made.head.kids("relcl", "acl", "appos") for n in descend(c)}
    clause.replace(noun, *(n for n in made.own if (n.dep != "punct" or n.text == "-") and id(n) not in told))


def cut_opening(splitter: "Splitter", node: Node, clause: Clause, ctx: Context) -> None:
    """ "A farmer from Hull, the man ..." says what the man is."""
    subject = subject_nodes(clause) or ctx.subject
    if subject is not None:
        splitter.add(role_of(node, subject), ctx, split_rest=True)


def cut_noun_content(splitter: "Splitter", node: Node, clause: Clause, ctx: Context) -> None:
    """ "the allegation by X that P": P is what X alleges."""
    voice = noun_content(node)
    if voice is not None:
        splitter.expand(node, Context("content", negated=voice.denies, voice=voice))


def cut_introduced(splitter: "Splitter", node: Node, clause: Clause, ctx: Context) -> None:
    """ "A man who was fired last week": that tells of a man what the reader did not know."""
    if node.dep == "relcl":
        cut_relative(splitter, node, clause, ctx)
    elif node.tag == "VBG":  # "issued an order blocking the law": the order blocked it
        made = participle(node, clause, tuple(antecedent_nodes(node.head, node)), splitter.tree)
        if made is not None:
            splitter.add(made, ctx, split_rest=True)
    else:
        cut_participle(splitter, node, clause, ctx)


def cut_asserted(splitter: "Splitter", node: Node, clause: Clause, ctx: Context) -> None:
    """ "is a firm based in Hull", "16-year-old Ann Lee", "the Syrian city of Aleppo"."""
    subject = subject_nodes(clause) or ctx.subject
    if tells_age(node):
        splitter.add(age(node), ctx)
    elif names_town(node):
        splitter.add(town(node), ctx)
    elif subject is not None and (made := told_of_subject(node, clause, subject, splitter.tree)) is not None:
        splitter.add(made, ctx, split_rest=True)


def cut_description(splitter: "Splitter", node: Node, clause: Clause, ctx: Context) -> None:
    """ "the former striker Ann Lee" as what Ann Lee is."""
    made = description(node)
    if made is not None:
        splitter.add(made, ctx)


def cut_message(splitter: "Splitter", node: Node, clause: Clause, ctx: Context) -> None:
    """ "issued a statement saying that P": P is what whoever issued it says."""
    subject = sender(node)
    found = find_attribution(node, splitter.tree, subject) if subject is not None else None
    if found is not None:
        expand_attributed(splitter, node, found, replace(ctx, subject=subject))


def cut_presupposed(splitter: "Splitter", node: Node, clause: Clause, ctx: Context) -> None:
    """ "was fined for closing two stands", "on a night when rain fell": what is taken for granted."""
    made = told_by_time(node) if node.dep == "relcl" else deed(node, subject_nodes(clause) or ctx.subject)
    if made is not None:
        splitter.add(made, ctx, split_rest=True)


def cut_name_of_event(splitter: "Splitter", node: Node, clause: Clause, ctx: Context) -> None:
    """ "in what police called an accident" as what police called it."""
    made = named_event(node, clause)
    if made is not None:
        splitter.add(made, ctx)
