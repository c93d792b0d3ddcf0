"""Garden paths: a verb that the parser joined to the wrong one, since the words before it could go on otherwise.

What each repair relies on is a form that the parse cannot explain: a past
tense joined to an infinitive, a bare verb to a finite one, two finite verbs
side by side, a subject that hangs on an auxiliary.
"""

from itertools import pairwise

from claimkb.extract.inflect import base_of_gerund, is_participle, past_forms
from claimkb.extract.number import is_plural
from claimkb.extract.tree import (
    AUXILIARIES,
    SUBJECTS,
    Node,
    Tree,
    ancestors,
    descend,
    is_finite,
    left_edge,
    move,
    right_edge,
    subject_of,
)


def subject_of_its_auxiliary(tree: Tree) -> None:
    """ "Ten passengers were trapped": a subject that hangs on "were" is the verb's."""
    for auxiliary in tree.nodes:
        if auxiliary.dep not in AUXILIARIES or not auxiliary.children:
            continue
        for child in auxiliary.children:
            if child.dep == "mark":
                move(child, auxiliary.head, "mark")
            elif child.dep in SUBJECTS and subject_of(auxiliary.head) is None:
                passive = auxiliary.dep == "auxpass" and child.dep == "nsubj"
                move(child, auxiliary.head, "nsubjpass" if passive else child.dep)


def finite_verb_joined_to_infinitive(tree: Tree) -> None:
    """ "urged residents to leave and told shops to close": a past tense goes on from a finite verb."""
    for verb in tree.nodes:
        if verb.dep != "conj" or verb.tag not in {"VBD", "VBZ"}:
            continue
        first = verb.head
        bare = first.tag == "VB" and any(a.lower == "to" for a in first.kids("aux"))
        if (
            not bare
            or verb.lower in {verb.lemma, "lay", "found"}
            or subject_of(verb) is not None
            or verb.kids("mark")
        ):
            continue
        above = next((n for n in ancestors(first) if n.is_verb and is_finite(n)), None)
        if above is not None and above.i < first.i and subject_of(above) is not None:
            join(verb, first, above)


def bare_verb_joined_to_finite(tree: Tree) -> None:
    """ "wants to cut rates, sell bonds and end aid": a bare verb goes on from the infinitive."""
    for verb in tree.nodes:
        if verb.dep != "conj" or verb.tag not in {"VB", "VBP"} or verb.lower != verb.lemma:
            continue
        first = verb.head
        infinitive = next((c for c in first.kids("xcomp") if c.i < verb.i and _has_to(c)), None)
        if infinitive is None or subject_of(verb) is not None or verb.kids("mark", *AUXILIARIES):
            continue
        subject = subject_of(first)
        past = first.tag in {"VBD", "VBN", "VBZ"} or first.kids("aux")
        if subject is not None and (past or not is_plural(subject)):
            verb.tag = "VB"
            join(verb, first, infinitive)


def _has_to(verb: Node) -> bool:
    return verb.tag == "VB" and any(a.lower == "to" for a in verb.kids("aux"))


def join(verb: Node, first: Node, above: Node) -> None:
    """Join a verb to `above`, with what tied it to `first`."""
    for tie in [c for c in first.kids("cc", "punct") if above.i < c.i < verb.i]:
        move(tie, above, tie.dep)
    move(verb, above, "conj")


def participle_before_its_verb(tree: Tree) -> None:
    """ "while the number of cars sold fell": of two verbs side by side the first tells which cars are meant."""
    for first, verb in pairwise(tree.nodes):
        if (
            verb.tag != "VBD"
            or first.tag not in {"VBN", "VBD"}
            or verb.dep != "conj"
            or verb.head is not first
        ):
            continue
        noun = tree.nodes[max(first.i - 1 - tree.nodes[0].i, 0)]
        plain = is_participle(first.lower) and not first.kids("dobj", "ccomp", *AUXILIARIES)
        if not plain or not noun.is_noun or first.head is first or subject_of(first) is None:
            continue
        for child in [c for c in first.children if c is not verb]:
            move(child, verb, child.dep)
        move(verb, first.head, first.dep)
        move(first, noun, "acl")
        first.tag = "VBN"


def clause_read_as_subject(tree: Tree) -> None:
    """ "crews were at work and an inquiry was under way": a full clause is no subject; the noun before the verb is."""
    for first in tree.nodes:
        if first.dep != "csubj" or subject_of(first) is None or not is_finite(first) or first.kids("mark"):
            continue
        verb = first.head
        if any(c.tag in {"WP", "WRB", "WDT"} for c in descend(first)):
            continue
        nouns = [n for n in descend(first) if n.dep == "conj" and n.is_noun and ends_before(n, verb, tree)]
        if len(nouns) != 1 or not nouns[0].head.is_noun:
            continue
        noun = nouns[0]
        for tie in [c for c in noun.head.kids("cc", "punct") if noun.head.i < c.i < noun.i]:
            move(tie, verb, tie.dep)
        move(noun, verb, "nsubjpass" if verb.kids("auxpass") else "nsubj")
        first.dep = "ccomp"


def ends_before(noun: Node, verb: Node, tree: Tree) -> bool:
    """Whether only auxiliaries and adverbs stand between a noun phrase and a verb."""
    last = right_edge(noun) + 1 - tree.nodes[0].i
    between = tree.nodes[last : verb.i - tree.nodes[0].i]
    return all(n.dep in {"aux", "auxpass", "advmod", "neg"} for n in between)


def gerund_after_but(tree: Tree) -> None:
    """ "beating forecasts but disappointing buyers": an -ing word after "but" goes on from the participle."""
    for tie, word in pairwise(tree.nodes):
        if tie.lower != "but" or word.tag not in {"JJ", "VBG"} or word.dep != "amod":
            continue
        noun, first = word.head, word.head.head
        verb = first.head
        joined = noun.dep == "conj" and first.dep == "dobj" and verb.tag == "VBG" and tie.head is first
        if not joined or not word.lower.endswith("ing") or noun.kids("det", "poss"):
            continue
        for child in [c for c in first.kids("prep") if c.i > noun.i]:
            move(child, word, "prep")
        move(tie, verb, "cc")
        move(word, verb, "conj")
        move(noun, word, "dobj")
        word.tag, word.lemma = "VBG", base_of_gerund(word.lower)


def clause_read_as_adverbial(tree: Tree) -> None:
    """ "left on Monday and in May he told them": a full clause behind "and" is joined to the one before."""
    for verb in tree.nodes:
        subject = subject_of(verb) if verb.dep == "advcl" and verb.i > verb.head.i else None
        if subject is None or not is_finite(verb) or verb.kids("mark") or subject.i > verb.i:
            continue
        if any(c.tag in {"WRB", "WP", "WDT"} for c in verb.children):
            continue
        left = left_edge(verb) - tree.nodes[0].i
        tie = tree.nodes[left - 1] if left else verb
        if tie.dep == "cc" and tie.lower in {"and", "but"} and not tie.children:
            move(tie, verb.head, "cc")
            verb.dep = "conj"


def past_read_as_present(tree: Tree) -> None:
    """ "Rescuers in boats fought through rain": a form that is only a past is no present."""
    for verb in tree.nodes:
        if verb.tag == "VBP" and verb.lower in past_forms() and not verb.kids("aux"):
            verb.tag, verb.lemma = "VBD", past_forms()[verb.lower]


def joined_to_there(tree: Tree) -> None:
    """ "said he feared there were dead and broke down": "there" does nothing else, so whoever said it did."""
    for verb in tree.nodes:
        if verb.dep != "conj" or subject_of(verb) is not None or not is_finite(verb) or verb.lemma == "be":
            continue
        first = verb.head
        subject = subject_of(first)
        if first.dep != "ccomp" or subject is None or subject.dep != "expl" or first.lemma != "be":
            continue
        saying = first.head
        while saying.dep == "ccomp" and saying.head.is_verb and saying.head.i < saying.i:
            saying = saying.head
        if subject_of(saying) is not None and saying.tag == verb.tag:
            join(verb, first, saying)


def clause_read_as_relative(tree: Tree) -> None:
    """ "left on Monday and in a speech he told them to wait": a clause that lacks nothing is not said of the noun."""
    for verb in tree.nodes:
        if verb.dep != "relcl" or verb.head.dep != "pobj":
            continue
        prep, subject = verb.head.head, verb.kid("nsubj")
        first = prep.head
        above = first.head
        if prep.dep != "conj" or first.dep != "prep" or not above.is_verb or subject is None:
            continue
        whole = verb.kids("dobj") and verb.kids("xcomp", "ccomp")
        if subject.tag != "PRP" or subject.i != verb.head.i + 1 or not whole or not is_finite(verb):
            continue
        for tie in [c for c in first.kids("cc") if c.i == prep.i - 1]:
            move(tie, above, "cc")
        move(verb, above, "conj")
        move(prep, verb, "prep")


def clause_behind_a_semicolon(tree: Tree) -> None:
    """ "The share is 7%; with the others it nears 9%": what follows the semicolon is said of nothing before it."""
    for verb in tree.nodes:
        if verb.dep != "relcl" or verb.head.dep != "pobj":
            continue
        prep, subject = verb.head.head, verb.kid("nsubj")
        main = prep.head
        if subject is None or subject.tag != "PRP" or subject.i != verb.head.i + 1 or not is_finite(verb):
            continue
        stops = [c for c in main.kids("punct") if c.text == ";" and main.i < c.i < prep.i]
        if stops and main.is_verb and verb.kids("dobj", "attr", "acomp", "ccomp", "xcomp"):
            move(verb, main, "parataxis")
            move(prep, verb, "prep")
