"""How a constituent hangs on its clause: the tests by which the splitter decides what stands alone.

Each is a question about one node, answered from tags, relations and commas alone.
"""

from claimkb.extract.tree import (
    AUXILIARIES,
    Node,
    Tree,
    comma_before,
    descend,
    is_amount,
    is_finite,
    left_edge,
    subject_of,
    subtree,
)
from claimkb.lexicon.cues import cues

_NONE = frozenset({"nobody", "none", "nothing", "neither"})


def is_predicate(head: Node) -> bool:
    """Whether a node can head a clause: a verb, or anything with a subject or an auxiliary."""
    return head.is_verb or subject_of(head) is not None or bool(head.kids(*AUXILIARIES))


def is_clausal_conjunct(node: Node, child: Node, head: Node) -> bool:
    """A verb joined to the clause's own verb, or a finite clause with its own subject joined to anything."""
    if (
        _is_alternative(node, child)
        or _is_subordinate(child)
        or _opens_with_question_word(child)
        or _is_bare(child, head)
        or (child.is_verb and subject_of(child) is None and denies(subject_of(node)))
    ):
        return False  # of "nobody saw it and lived" neither half is said alone
    if child.tag == "VBN" and subject_of(child) is not None and not child.kids(*AUXILIARIES):
        return node is head and bool(head.kids("auxpass"))  # "two were killed and another wounded"
    if child.is_verb and node is head:
        return True
    if subject_of(child) is not None and is_finite(child) and not (node.is_verb and node is not head):
        return True
    # "be + adjective and be + adjective": spaCy hangs the second copula on the first complement.
    return child.is_verb and is_finite(child) and node.head is head and node.dep in {"acomp", "attr"}


def denies(subject: Node | None) -> bool:
    """Whether a subject is "nobody", "no bank", "neither": what shares it is denied with it."""
    if subject is None:
        return False
    return subject.lower in _NONE or any(c.lower in {"no", "neither"} for c in subject.kids("det", "neg"))


def _is_subordinate(child: Node) -> bool:
    """A conjunct with a subordinator of its own; a repeated "that" only joins a second content."""
    mark = child.kid("mark")
    return mark is not None and not (mark.lower == "that" and subject_of(child) is not None)


def _is_alternative(node: Node, child: Node) -> bool:
    """ "A or B" states neither alone; only a denial ("did not A or B") covers both."""
    joined_by_or = any(c.lower == "or" and node.i < c.i < child.i for c in node.kids("cc"))
    return joined_by_or and not any(c.dep == "neg" for c in node.children)


def _opens_with_question_word(verb: Node) -> bool:
    """ "as well as how prices rose" is a thing known or told, no statement."""
    return any(c.tag in {"WRB", "WP"} and c.i < verb.i for c in verb.children)


def _is_bare(verb: Node, head: Node) -> bool:
    """An infinitive or a subjunctive ("coverings be worn") without anything finite to share."""
    while head.dep == "conj" and head.tag == verb.tag == "VB" and not head.kids(*AUXILIARIES):
        head = head.head  # "will cut jobs, close plants and sell land": the first one has the modal
    group = [verb, *verb.kids(*AUXILIARIES)]
    if any(a.lower == "to" for a in verb.kids("aux")):
        return not any(a.lower == "to" for a in head.kids("aux"))
    if verb.tag == "VB" and not verb.kids(*AUXILIARIES):
        if head.tag == "VBP" and not head.kids(*AUXILIARIES):
            return False  # "make up most of them and see it": the plural is the bare form
        return not any(a.tag == "MD" or a.lemma == "do" or a.lower == "to" for a in head.kids("aux"))
    if verb.tag == "VBG" and not verb.kids("aux") and head.tag != "VBG":
        return not any(a.lemma == "be" for a in head.kids("aux", "auxpass"))
    infinite = all(n.tag in {"VB", "VBN"} for n in group) and any(n.lower == "be" for n in group)
    return infinite and not any(a.tag == "MD" or a.lemma == "do" for a in head.kids("aux"))


def has_relative_subject(verb: Node) -> bool:
    """Whether the subject of a verb is "which" or "who"."""
    subject = subject_of(verb)
    return subject is not None and subject.tag in {"WDT", "WP"} and subject.lower != "what"


def noun_before(verb: Node, tree: Tree) -> Node | None:
    """The noun phrase that ends at the comma before a stray relative clause, as large as agrees in number."""
    word = subject_of(verb)
    place = word.i - tree.nodes[0].i if word is not None else 0
    if place < 2 or tree.nodes[place - 1].text != ",":
        return None
    noun = tree.nodes[place - 2]
    if not noun.is_noun or is_date(noun):
        return None
    plural = verb.lower in {"are", "were", "have"} or any(
        a.lower in {"are", "were", "have"} for a in verb.kids(*AUXILIARIES)
    )
    while (
        noun.head is not noun
        and noun.head is not verb
        and (noun.dep in {"conj", "pobj", "compound"} or noun.dep == "prep")
    ):
        above = noun.head
        if above.is_verb:
            break
        noun = above
        if noun.is_noun and noun.dep in {"dobj", "nsubj", "attr"} and plural:
            break
    return noun if noun.is_noun else None


def is_nonrestrictive(relcl: Node, tree: Tree) -> bool:
    """Whether a relative clause adds to its noun rather than picking it out: a comma, or a name."""
    first = left_edge(relcl) - tree.nodes[0].i
    word = tree.nodes[first]
    if is_date(relcl.head):  # "Friday, which ...": said of what happened; "1998, when ...": of the year
        return word.lower == "when" and comma_before(tree.nodes, relcl) and relcl.tag in {"VBD", "VBN"}
    if any(n.tag == "WRB" and n.lower in {"when", "why"} for n in descend(relcl)):
        told = (
            word.lower == "when" and relcl.tag == "VBD" and relcl.head.tag == "NN"
        )  # "since the debate, when X said"
        return told and relcl.head.dep == "pobj" and comma_before(tree.nodes, relcl)
    if word.tag == "WP" and _is_of_person(relcl.head):
        return False  # "a critic of X, who ...": either of them
    if comma_before(tree.nodes, relcl):
        return True
    noun = relcl.head
    return noun.tag == "NNP" and word.tag in {"WP", "WDT"} and word.lower != "that" and not noun.kids("det")


def is_date(noun: Node) -> bool:
    """A day, a month or a year."""
    if noun.tag == "CD":
        return len(noun.text) == 4 and noun.text.isdigit()
    return noun.tag == "NNP" and noun.lower in cues().clauses.calendar


def _is_of_person(noun: Node) -> bool:
    prep = noun.head
    return (
        prep.dep == "prep"
        and prep.lower == "of"
        and prep.head.is_noun
        and prep.head.lemma in cues().pronouns.person_nouns
    )


def is_run_on(child: Node, head: Node) -> bool:
    """A full clause hung beside the head without a subordinator ("X did A; Y did B")."""
    if subject_of(child) is None or not is_finite(child) or child.kid("mark") is not None:
        return False
    if _follows_as_condition(child, head):
        return False
    if child.dep == "parataxis":
        return True
    if child.i > head.i and any(
        c.text in {":", ";"} and head.i < c.i < child.i for c in [*head.children, *child.children]
    ):
        return True
    return child.i < head.i and subject_of(head) is not None and is_finite(head)


def _follows_as_condition(child: Node, head: Node) -> bool:
    """ "..., should X try to return": a condition after what it is of."""
    subject = subject_of(child)
    turned = [a for a in child.kids("aux") if a.lower == "should" and subject is not None and a.i < subject.i]
    return bool(turned) and child.i > head.i


def absolute_verb(prep: Node) -> Node | None:
    """The participle of "with X doing Y", where X is its own subject."""
    verb = prep.kid("pcomp")
    asks = verb is not None and (is_finite(verb) or any(c.tag in {"WRB", "WP", "WDT"} for c in verb.children))
    if verb is not None and verb.tag in {"VBG", "VBN"} and subject_of(verb) is not None and not asks:
        return verb
    return None


_STATES = frozenset(
    {"down", "up", "out", "off", "over", "gone", "dead", "open", "closed", "missing", "full", "empty"}
)


def absolute_state(prep: Node, tree: Tree) -> tuple[Node, Node] | None:
    """The noun and the state of "With power lines down, ..."."""
    noun = prep.kid("pobj")
    if noun is None or not noun.is_noun:
        return None
    last = max(descend(noun), key=lambda n: n.i)
    if last is noun or last.head is not noun or last.lower not in _STATES:
        return None
    after = tree.nodes[last.i + 1 - tree.nodes[0].i :][:1]
    return (noun, last) if after and after[0].text == "," and last.i > noun.i else None


def is_loose_participle(node: Node, tree: Tree) -> bool:
    """A participle set off by a comma; "following", "including" and their like are prepositions."""
    if node.tag not in {"VBG", "VBN"} or is_preposition(node) or _is_brought_about(node):
        return False
    return comma_before(tree.nodes, node)


def is_preposition(node: Node) -> bool:
    """ "Following the vote", "based on a survey", "going by the polls", "speaking of trade"; not "based in Hull"."""
    lexicon = cues().clauses
    if node.lower in lexicon.prepositional:
        return node.lower != "based" or not any(c.lower in {"in", "at", "near"} for c in node.kids("prep"))
    later = (c for c in node.children if c.i > node.i and c.dep in {"prep", "prt", "advmod"})
    return any(f"{node.lower} {c.lower}" in lexicon.commenting for c in later)


def _is_brought_about(node: Node) -> bool:
    """ "suffered an outage, caused by a fault": said of the outage, or of all of it, but not of who suffered it."""
    verb = node.head
    affected = any(not is_amount(c) for c in verb.kids("dobj")) and not verb.kids("auxpass")
    later = node.dep == "advcl" and node.tag == "VBN" and node.i > verb.i and not node.kids("prt")
    return later and affected and node.lemma in cues().clauses.result_verbs and bool(node.kids("agent"))


def inverted_condition(child: Node) -> list[str]:
    """ "Should the dam break, ...", "had they known, ...", "were it to fail, ...": a verb in the place of "if"."""
    if _follows_as_condition(child, child.head):
        return ["should"]
    nodes = subtree(child)
    while nodes and nodes[0].dep == "punct":
        nodes.pop(0)
    opens = nodes and nodes[0].i + 1 < child.head.i
    opens = opens and (nodes[0].dep in {"aux", "auxpass", "ROOT", "advcl"} or nodes[0] is child)
    if opens and nodes[0].lower in {"should", "had", "were"} and child.i < child.head.i:
        return [nodes[0].text]
    return []


def compares(child: Node, tree: Tree) -> bool:
    """ "as fast as he can" measures; "as prices rose" tells what else happened."""
    first = child.kids("mark")[0].i - tree.nodes[0].i
    before = [n.lower for n in tree.nodes[max(0, first - 3) : first]]
    return "as" in before or "such" in before or "same" in before or child.lemma in {"be", "can", "could"}
