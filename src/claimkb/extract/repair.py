"""Mends the parser's commonest slips before a sentence is split.

Each repair is one function that looks for one pattern the model is known to
get wrong and moves nodes to where a grammar would have them. Repairs never
invent nodes.
"""

from collections.abc import Callable

from claimkb.extract.inflect import is_participle
from claimkb.extract.tree import NOMINAL_TAGS, Node, Tree, is_amount, is_finite, subject_of
from claimkb.lexicon.cues import cues


def move(node: Node, head: Node, dep: str) -> None:
    """Hang `node` under `head` with the relation `dep`."""
    node.head.children = [c for c in node.head.children if c is not node]
    node.head = head
    node.dep = dep
    head.children = sorted([*head.children, node], key=lambda n: n.i)


def _nominal_conjunct_of_participle(tree: Tree) -> None:
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


def _second_object_is_apposition(tree: Tree) -> None:
    """ "invested in the corridor, a major project": a second object after a comma renames the noun before it."""
    for node in tree.nodes:
        if node.dep not in {"dobj", "attr"} or not node.is_noun or subject_of(node.head) is None:
            continue
        earlier = [c for c in node.head.kids("dobj", "attr") if c.i < node.i]
        first = min(n.i for n in _all(node)) - tree.nodes[0].i
        has_det = any(c.dep in {"det", "poss"} for c in node.children)
        if earlier and has_det and first >= 2 and tree.nodes[first - 1].text == ",":
            noun = tree.nodes[first - 2]
            if noun.is_noun and noun is not node:
                move(node, noun, "appos")


def _all(node: Node) -> list[Node]:
    found = [node]
    for child in node.children:
        found.extend(_all(child))
    return found


def _that_after_noun(tree: Tree) -> None:
    """A finite clause with its own "that" and subject under a noun is that noun's content, not a relative clause."""
    for node in tree.nodes:
        if node.dep in {"relcl", "acl"} and node.head.is_noun and is_finite(node):
            mark = node.kid("mark")
            if mark is not None and mark.lower == "that" and subject_of(node) is not None:
                node.dep = "acl"


def _auxiliary_root(tree: Tree) -> None:
    """A modal left as root over its own verb ("It can not" + "afford") changes places with it."""
    root = tree.root
    if root.tag == "MD":
        verb = next((c for c in root.children if c.tag == "VB" and c.dep in {"ccomp", "xcomp", "dep"}), None)
        if verb is not None and subject_of(verb) is None:
            for child in [c for c in root.children if c is not verb]:
                move(child, verb, child.dep)
            verb.head, verb.dep, root.children = verb, "ROOT", []
            root.head, root.dep = verb, "aux"
            verb.children = sorted([*verb.children, root], key=lambda n: n.i)


def _amount_joined_to_verb(tree: Tree) -> None:
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


def _subject_joined_to_object(tree: Tree) -> None:
    """ "chose A as B and C has said": a name between "and" and a verb without a subject is that verb's subject."""
    for verb in tree.nodes:
        if verb.dep != "conj" or not verb.is_verb or not is_finite(verb) or subject_of(verb) is not None:
            continue
        noun = _nominal_before(tree, verb)
        if noun is not None and noun.dep == "conj" and noun.head is not verb and not noun.head.is_verb:
            move(noun, verb, "nsubj")


def _nominal_before(tree: Tree, verb: Node) -> Node | None:
    """The noun right before a verb group, if a conjunction stands right before its phrase."""
    first = tree.nodes[0].i
    place = verb.i - first - 1
    while (
        place > 0
        and tree.nodes[place].head is verb
        and tree.nodes[place].dep in {"aux", "auxpass", "advmod", "neg"}
    ):
        place -= 1
    noun = tree.nodes[place]
    if not noun.is_noun:
        return None
    left = min(n.i for n in _all(noun)) - first
    return noun if left > 0 and tree.nodes[left - 1].dep == "cc" else None


def _missing_subject(tree: Tree) -> None:
    """A finite root without a subject takes the noun phrase before it, misread as an adverbial or a name."""
    root = tree.root
    if (
        subject_of(root) is not None
        or not (is_finite(root) or root.kids("auxpass", "aux"))
        or (root.tag == "VB" and not is_finite(root))
    ):
        return
    before = [
        c
        for c in root.kids("npadvmod", "dep", "nmod", "conj", "intj", "compound")
        if c.i < root.i and c.is_noun
    ]
    if before:
        move(before[-1], root, "nsubj")
        return
    for node in tree.nodes:
        if node.dep == "appos" and node.i < root.i and any(c.dep == "det" for c in node.children):
            move(node, root, "nsubj")
            return


def _participle_read_as_adjective(tree: Tree) -> None:
    """ "are focused" with an auxiliary is a passive."""
    for node in tree.nodes:
        if node.tag == "JJ" and node.kids("auxpass") and node.lower.endswith("ed"):
            node.tag = "VBN"


def _that_said(tree: Tree) -> None:
    """ "That said, P" is a way to go on, not an attribution."""
    root = tree.root
    subject = root.kid("nsubj")
    content = root.kid("ccomp")
    if root.lower != "said" or subject is None or subject.lower != "that" or content is None:
        return
    if subject in tree.nodes[:2]:
        root.children = [c for c in root.children if c is not content]
        content.head, content.dep = content, "ROOT"
        root.head, root.dep = content, "advcl"
        content.children = sorted([*content.children, root], key=lambda n: n.i)


def _object_is_subject_of_content(tree: Tree) -> None:
    """ "argue X's policy will be seen": the object of a verb of saying is the next clause's subject."""
    for verb in tree.nodes:
        obj = verb.kid("dobj") if verb.is_verb else None
        content = verb.kid("ccomp")
        if obj is None or content is None or verb.lemma not in cues().attribution.verbs:
            continue
        if (
            obj.i < content.i
            and subject_of(content) is None
            and is_finite(content)
            and content.kid("mark") is None
        ):
            for between in [c for c in verb.kids("prep") if obj.i < c.i < content.i]:
                move(between, obj, "prep")
            move(obj, content, "nsubj")


def _object_relative(tree: Tree) -> None:
    """ "which engineers built": not a noun "which engineers" with a participle, but a clause with its object first."""
    for noun in tree.nodes:
        word = noun.kid("det")
        if noun.dep != "relcl" or not noun.is_noun or word is None or word.tag != "WDT":
            continue
        verb = noun.kid("acl")
        if verb is None or not is_participle(verb.lower):
            continue
        antecedent = noun.head
        move(verb, antecedent, "relcl")
        move(noun, verb, "nsubj")
        move(word, verb, "dobj")
        verb.tag = "VBD"


def _subject_before_participle(tree: Tree) -> None:
    """ "that a vaccine developed abroad has proved": the first verb was a participle of the second one's subject."""
    for verb in tree.nodes:
        contents = verb.kids("ccomp")
        if len(contents) != 2:
            continue
        first, second = contents
        noun = first.kid("nsubj")
        garden = (
            first.tag in {"VBD", "VBN"}
            and not first.kids("aux", "auxpass", "dobj")
            and is_participle(first.lower)
        )
        if (
            not garden
            or noun is None
            or not is_finite(second)
            or subject_of(second) is not None
            or second.kid("mark")
        ):
            continue
        for mark in first.kids("mark"):
            move(mark, second, "mark")
        move(noun, second, "nsubj")
        move(first, noun, "acl")
        first.tag = "VBN"


def _no_is_a_determiner(tree: Tree) -> None:
    """ "absolutely no chance": after an adverb, "no" is often taken for a number."""
    for node in tree.nodes:
        if node.lower == "no" and node.dep in {"nummod", "amod", "advmod", "neg"} and node.head.is_noun:
            node.dep, node.tag = "det", "DT"


def _result_read_as_adjective(tree: Tree) -> None:
    """ "has revoked privileges, stirring alarm": an -ing word after a comma governs its noun."""
    for noun in tree.nodes:
        verb = noun.head
        if noun.dep not in {"dobj", "appos", "attr", "conj"} or not verb.is_verb or not noun.is_noun:
            continue
        first = min(_all(noun), key=lambda n: n.i)
        earlier = [c for c in verb.kids("dobj", "attr", "acomp") if c.i < first.i]
        before = first.i - tree.nodes[0].i - 1
        if first.tag != "VBG" or first.head is not noun or not earlier or tree.nodes[before].text != ",":
            continue
        move(first, verb, "advcl")
        move(noun, first, "dobj")


def _past_verb_of_the_sayer(tree: Tree) -> None:
    """ "said X will go and pledged help": a past verb beside a future one is the sayer's, if he spoke in the past."""
    for verb in tree.nodes:
        content = verb.head
        saying = content.head
        if verb.dep != "conj" or verb.tag != "VBD" or subject_of(verb) is not None or content.dep != "ccomp":
            continue
        told = saying.tag == "VBD" and saying.lemma in cues().attribution.verbs
        now = content.tag in {"VBZ", "VBP"} or any(a.tag in {"MD", "VBZ", "VBP"} for a in content.kids("aux"))
        if told and now and verb.lower != verb.lemma and not verb.kids("aux", "auxpass"):
            for cc in [c for c in content.kids("cc") if c.i < verb.i]:
                move(cc, saying, "cc")
            move(verb, saying, "conj")


def _verb_lost_in_relative(tree: Tree) -> None:
    """ "The fear that grew, and the doubts may deepen it": the verb hung into a relative clause is the sentence's."""
    root = tree.root
    relative = root.kid("relcl") if root.is_noun else None
    verb = relative.kid("conj") if relative is not None else None
    second = verb.kid("nsubj") if verb is not None else None
    if relative is None or verb is None or second is None or not is_finite(verb):
        return
    ties = [c for c in relative.kids("cc") if relative.i < c.i < second.i]
    if not ties:
        return
    relative.children = [c for c in relative.children if c is not verb]
    verb.head, verb.dep = verb, "ROOT"
    for child in [c for c in root.children if c.dep in {"advmod", "punct"} and c.tag != "-LRB-"]:
        move(child, verb, child.dep)
    for tie in ties:
        move(tie, root, "cc")
    move(second, root, "conj")
    root.head, root.dep = verb, "nsubj"
    verb.children = sorted([*verb.children, root], key=lambda n: n.i)


def _compound_before_noun(tree: Tree) -> None:
    """ "U.S.-Canada relations": a name right before a noun belongs to it, not to the verb."""
    for node, following in zip(tree.nodes, tree.nodes[1:], strict=False):
        loose = (
            node.dep in {"advmod", "npadvmod", "dep"}
            and node.tag in {"NNP", "NNPS"}
            and node.head is not following
        )
        if loose and "-" in node.text and following.tag in {"NN", "NNS"}:
            move(node, following, "compound")


def _apposition_after_colon(tree: Tree) -> None:
    """ "amid a backdrop: A, B and C": what follows the colon spells out the noun before it."""
    for node in tree.nodes:
        if node.dep not in {"appos", "dobj", "npadvmod"} or not node.is_noun:
            continue
        first = min(n.i for n in _all(node)) - tree.nodes[0].i
        if first < 2 or tree.nodes[first - 1].text != ":":
            continue
        noun = tree.nodes[first - 2]
        if noun.is_noun and noun is not node.head and noun is not node:
            move(node, noun, "appos")


def _two_subjects_are_one(tree: Tree) -> None:
    """ "A that ..., and B may": two subjects with a conjunction between them are one coordinated subject."""
    for verb in tree.nodes:
        subjects = verb.kids("nsubj", "nsubjpass")
        if len(subjects) == 2 and any(subjects[0].i < c.i < subjects[1].i for c in subjects[0].kids("cc")):
            move(subjects[1], subjects[0], "conj")


REPAIRS = (
    _no_is_a_determiner,
    _verb_lost_in_relative,
    _compound_before_noun,
    _apposition_after_colon,
    _past_verb_of_the_sayer,
    _object_relative,
    _subject_before_participle,
    _result_read_as_adjective,
    _object_is_subject_of_content,
    _two_subjects_are_one,
    _participle_read_as_adjective,
    _that_said,
    _amount_joined_to_verb,
    _subject_joined_to_object,
    _missing_subject,
    _nominal_conjunct_of_participle,
    _second_object_is_apposition,
    _that_after_noun,
    _auxiliary_root,
)


def repair(tree: Tree) -> Tree:
    """Apply every repair; nodes are moved in place, the root is found anew after each."""
    for mend in REPAIRS:
        mend(tree)
        root = next((n for n in tree.nodes if n.head is n), tree.root)
        tree = Tree(tree.nodes, root)
    return tree


def lost_verbs(tree: Tree, is_verb_form: Callable[[str], bool]) -> list[Node]:
    """Words that are likely the sentence's verb though the tagger took them for nouns, likeliest first.

    "Norway advocates for dialogue": only sentences whose root is neither a
    finite verb nor governs one are looked at; a candidate follows a noun and
    `is_verb_form` knows its form.
    """
    root = tree.root
    if is_finite(root) or any(is_finite(c) for c in root.kids("conj", "ccomp")) or len(tree.nodes) < 4:
        return []
    found: list[Node] = []
    for before, node in zip(tree.nodes, tree.nodes[1:], strict=False):
        nounlike = node.tag in {"NNS", "NN", "JJ", "VB", "VBN", "NNPS"}
        after_noun = before.is_noun or (before.text == "," and node.tag == "NNS" and root.is_noun)
        if nounlike and after_noun and not node.text[0].isupper() and is_verb_form(node.lower):
            found.append(node)
    return sorted(found, key=lambda n: (n is not root, n.tag != "NNS", n.i))


def retag_verbs(tree: Tree, lemma_of: Callable[[str, str], str]) -> None:
    """A word with a subject or a subordinator of its own is a verb, whatever the tagger said."""
    for node in tree.nodes:
        if node.tag in {"NNS", "NN"} and node.dep in {"ROOT", "advcl", "ccomp", "conj", "relcl"}:
            subject = node.kid("nsubj", "nsubjpass")
            if subject is not None and subject.i < node.i and not node.kids("det", "amod", "poss", "cop"):
                node.tag = "VBZ" if node.tag == "NNS" else "VBP"
                node.lemma = lemma_of(node.lower, node.tag)
