"""Slips of the parser about noun phrases: what names, renames, counts or determines a noun goes back to it."""

from itertools import pairwise

from claimkb.extract.inflect import is_participle
from claimkb.extract.tree import NOMINAL_TAGS, Tree, descend, is_amount, left_edge, move, subject_of
from claimkb.lexicon.cues import cues


def no_is_a_determiner(tree: Tree) -> None:
    """ "absolutely no chance": after an adverb, "no" is often taken for a number."""
    if all(n.lower != "no" for n in tree.nodes):
        return
    for node in tree.nodes:
        if node.lower == "no" and node.dep in {"nummod", "amod", "advmod", "neg"} and node.head.is_noun:
            node.dep, node.tag = "det", "DT"
    for node, hyphen, one in zip(tree.nodes, tree.nodes[1:], tree.nodes[2:], strict=False):
        if (node.lower, hyphen.text, one.lower) == ("no", "-", "one") and one.dep != "nummod":
            move(node, one, "det")
            move(hyphen, one, "punct")
            node.tag = "DT"


def compound_before_noun(tree: Tree) -> None:
    """ "U.S.-Canada relations": a name right before a noun belongs to it, not to the verb."""
    for node, following in zip(tree.nodes, tree.nodes[1:], strict=False):
        loose = (
            node.dep in {"advmod", "npadvmod", "dep"}
            and node.tag in {"NNP", "NNPS"}
            and node.head is not following
        )
        if loose and "-" in node.text and following.tag in {"NN", "NNS"}:
            move(node, following, "compound")


def apposition_after_colon(tree: Tree) -> None:
    """ "amid a backdrop: A, B and C": what follows the colon spells out the noun before it."""
    if all(n.text != ":" for n in tree.nodes):
        return
    for node in tree.nodes:
        if node.dep not in {"appos", "dobj", "npadvmod"} or not node.is_noun:
            continue
        first = left_edge(node) - tree.nodes[0].i
        if first < 2 or tree.nodes[first - 1].text != ":":
            continue
        noun = tree.nodes[first - 2]
        if noun.is_noun and noun is not node.head and noun is not node:
            move(node, noun, "appos")


def second_object_is_apposition(tree: Tree) -> None:
    """ "invested in the corridor, a major project": a second object after a comma renames the noun before it."""
    for node in tree.nodes:
        if node.dep not in {"dobj", "attr"} or not node.is_noun or subject_of(node.head) is None:
            continue
        earlier = [c for c in node.head.kids("dobj", "attr") if c.i < node.i]
        if not earlier or node.kid("det", "poss") is None:
            continue
        first = left_edge(node) - tree.nodes[0].i
        if first >= 2 and tree.nodes[first - 1].text == ",":
            noun = tree.nodes[first - 2]
            if noun.is_noun and noun is not node:
                move(node, noun, "appos")


def adjective_read_as_gerund(tree: Tree) -> None:
    """ "the judge and trailblazing lawyer": an -ing word between "and" and a bare noun describes that noun."""
    for word in tree.nodes:
        if word.dep != "conj" or word.tag != "VBG":
            continue
        noun, first = word.kid("dobj"), word.head
        if not first.is_noun or noun is None or not noun.is_noun:
            continue
        before = tree.nodes[word.i - tree.nodes[0].i - 1]
        bare = not noun.kids("det", "poss", "nummod") and not word.kids("aux", "mark", "nsubj")
        if before.dep == "cc" and bare and first.kids("det") and first.dep in {"appos", "attr"}:
            for child in [c for c in word.children if c is not noun]:
                move(child, noun, child.dep)
            move(noun, first, "conj")
            move(word, noun, "amod")


def nominal_conjunct_of_participle(tree: Tree) -> None:
    """ "lives lost and $5 million in damage": the amount joins the noun, not the participle."""
    for node in tree.nodes:
        verb = node.head
        if (
            node.dep == "conj"
            and node.tag in NOMINAL_TAGS | {"$"}
            and verb.dep == "acl"
            and verb.head.is_noun
        ):
            for cc in verb.kids("cc"):
                move(cc, verb.head, "cc")
            move(node, verb.head, "conj")


def amount_joined_to_verb(tree: Tree) -> None:
    """ "lost $5 million, and 20 jobs": an amount joined to a verb joins the verb's object, if that is one too."""
    for node in tree.nodes:
        if node.dep != "conj" or node.is_verb or not node.head.is_verb or not is_amount(node):
            continue
        earlier = [
            c for c in node.head.kids("dobj", "attr", "nsubj", "nsubjpass") if c.i < node.i and is_amount(c)
        ]
        if earlier:
            ties = [c for c in node.head.kids("cc", "punct") if earlier[-1].i < c.i < node.i]
            for tie in ties:
                move(tie, earlier[-1], tie.dep)
            move(node, earlier[-1], "conj")


def object_after_as(tree: Tree) -> None:
    """ "dismissed as moot a case": the noun after the adjective is the verb's object, not that of "as"."""
    for prep in tree.nodes:
        if prep.lower != "as":
            continue
        judged, noun = prep.kid("pcomp", "amod", "prep"), prep.kid("pobj")
        if prep.dep != "prep" or judged is None or noun is None:
            continue
        verb = prep.head
        first = min(descend(noun), key=lambda n: n.i)
        if verb.is_verb and judged.tag == "JJ" and judged.i < first.i and first.dep in {"det", "poss"}:
            move(noun, verb, "dobj")


def adjective_after_article(tree: Tree) -> None:
    """ "fell to a low of 3%": an adjective with an indefinite article and a place of its own is a noun."""
    for node in tree.nodes:
        place = node.tag == "JJ" and node.dep in {"pobj", "dobj", "nsubj", "attr"}
        if place and any(c.lower in {"a", "an"} for c in node.kids("det")):
            node.tag = "NN"


def name_after_its_role(tree: Tree) -> None:
    """ "the teenager, Ann Lee, ...": a name behind a comma and a person's role is that person's, and no time."""
    for name in tree.nodes:
        if (
            name.dep != "npadvmod"
            or name.tag != "NNP"
            or name.lower in cues().clauses.calendar
            or name.kids("nummod")
        ):
            continue
        first = left_edge(name) - tree.nodes[0].i
        role = tree.nodes[first - 2] if first >= 2 else name
        told = role.is_noun and role.lemma in cues().pronouns.person_nouns and bool(role.kids("det", "poss"))
        if told and tree.nodes[first - 1].text == "," and role.i < name.i and name.head is not role:
            move(name, role, "appos")


def plural_read_as_infinitive(tree: Tree) -> None:
    """ "but prices look to fall": a bare verb joined to a finite one, with a plural subject of its own, is finite."""
    for verb in tree.nodes:
        if verb.dep != "conj" or verb.tag != "VB":
            continue
        subject = verb.kid("nsubj")
        bare = not verb.kids("aux", "mark")
        if bare and subject is not None and subject.tag == "NNS" and subject.i < verb.i:
            verb.tag = "VBP"


def noun_of_a_row_read_as_verb(tree: Tree) -> None:
    """ "took jewels and luxury watches": a word with a noun compounded to it is a noun."""
    for noun in tree.nodes:
        host = noun.head
        modified = noun.tag == "VBZ" and noun.dep == "conj" and noun.kids("compound", "det", "amod")
        if not modified or noun.kids("dobj", "nsubj", "ccomp", "xcomp", "aux", "mark"):
            continue
        noun.tag = "NNS"
        obj = host.kid("dobj") if host.is_verb else None
        if obj is not None and obj.i < noun.i and any(obj.i < c.i < noun.i for c in obj.kids("cc")):
            move(noun, obj, "conj")


def past_read_as_participle(tree: Tree) -> None:
    """ "A man carried out a raid": with a subject, an object and no auxiliary the main verb is in the past."""
    root = tree.root
    form = root.tag == "VBN" or (root.tag in {"VB", "VBP"} and root.lower != root.lemma)
    alone = bool(root.kids("nsubj")) and bool(root.kids("dobj")) and not root.kids("aux", "auxpass")
    if form and alone and is_participle(root.lower):
        root.tag = "VBD"


def charge_after_object(tree: Tree) -> None:
    """ "accused the banker of hiding losses": what somebody is accused of hangs on the verb."""
    for prep in tree.nodes:
        noun, verb = prep.head, prep.head.head
        blamed = noun.dep == "dobj" and verb.lemma in cues().pronouns.blaming_verbs
        if prep.dep == "prep" and blamed and prep.kid("pcomp") is not None:
            move(prep, verb, "prep")


def plural_read_as_verb(tree: Tree) -> None:
    """ "grabbed gems and luxury watches": a present form behind a noun, joined to a past verb, is a plural."""
    for before, node in pairwise(tree.nodes):
        joined = node.tag == "VBZ" and node.dep == "conj" and node.head.tag == "VBD" and before.is_noun
        bare = joined and not before.kids("det", "poss") and before.head is not node
        if not bare or before.dep not in {"conj", "dobj", "pobj"} or node.kids("nsubj", "dobj", "aux", "neg"):
            continue
        verb, host, relation = node.head, before.head, before.dep
        node.tag, node.lemma = "NNS", node.lower
        move(node, host, relation)
        for child in [c for c in before.children if c.i > node.i or c.dep == "cc"]:
            move(child, node, child.dep)
        move(before, node, "compound")
        for described in [c for c in verb.kids("acomp") if c.i == node.i + 1]:
            move(described, node, "amod")
