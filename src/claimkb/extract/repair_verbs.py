"""Slips of the parser about verbs: which verb a clause hangs on, and which word is the verb."""

from claimkb.extract.inflect import is_participle
from claimkb.extract.tree import (
    Node,
    Tree,
    comma_before,
    descend,
    is_finite,
    move,
    subject_of,
)
from claimkb.lexicon.cues import cues

_PROMISING = frozenset({"urge", "pledge", "vow", "promise"})
_AUXILIARY_LEMMAS = frozenset(
    {"be", "have", "do", "get", "will", "would", "can", "could", "may", "might", "must"}
)


def verb_lost_in_relative(tree: Tree) -> None:
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


def past_verb_of_the_sayer(tree: Tree) -> None:
    """ "said X will go and pledged help": a past verb beside a future one is the sayer's, if he spoke in the past."""
    for verb in tree.nodes:
        host = verb.head
        if verb.dep != "conj" or verb.tag != "VBD" or subject_of(verb) is not None or host.dep != "ccomp":
            continue
        spoke = verb.lemma in _PROMISING or verb.lemma in cues().attribution.verbs
        content = _outermost_content(host) if spoke else host
        saying = content.head
        told = saying.tag == "VBD" and saying.lemma in cues().attribution.verbs
        now = content.tag in {"VBZ", "VBP"} or any(a.tag in {"MD", "VBZ", "VBP"} for a in content.kids("aux"))
        before = any(a.lower == "had" for a in content.kids("aux")) and spoke
        if told and (now or before) and verb.lower != verb.lemma and not verb.kids("aux", "auxpass"):
            for cc in [c for c in host.kids("cc") if c.i < verb.i]:
                move(cc, saying, "cc")
            move(verb, saying, "conj")


def _outermost_content(content: Node) -> Node:
    """ "(told the court) that X had been wrong to argue that P": of contents in contents the one that holds all."""
    node = content
    while node.head is not node and node.dep in {"ccomp", "xcomp", "acomp"}:
        content = node if node.dep == "ccomp" else content
        node = node.head
    return content


def object_relative(tree: Tree) -> None:
    """ "which engineers built": not a noun "which engineers" with a participle, but a clause with its object first."""
    for noun in tree.nodes:
        if noun.dep != "relcl":
            continue
        word = noun.kid("det")
        if not noun.is_noun or word is None or word.tag != "WDT":
            continue
        verb = noun.kid("acl")
        if verb is None or not is_participle(verb.lower):
            continue
        antecedent = noun.head
        move(verb, antecedent, "relcl")
        move(noun, verb, "nsubj")
        move(word, verb, "dobj")
        verb.tag = "VBD"


def relative_read_as_conjunct(tree: Tree) -> None:
    """ ", which are enshrined in law": a clause that a relative word begins hangs on the noun before the comma."""
    for verb in tree.nodes:
        if verb.dep != "conj" or not is_finite(verb):
            continue
        subjects = (subject_of(node) for node in (verb, *verb.kids("aux", "auxpass")))
        word = next((n for n in subjects if n is not None and n.tag == "WDT"), None)
        if word is None or word.i < verb.head.i or not comma_before(tree.nodes, word):
            continue
        noun = next((n for n in reversed(tree.nodes) if n.i < word.i and n.dep != "punct"), None)
        if noun is not None and noun.is_noun and not any(n is noun for n in descend(verb)):
            move(word, verb, "nsubjpass" if verb.kids("auxpass") else "nsubj")
            move(verb, noun, "relcl")


def result_read_as_adjective(tree: Tree) -> None:
    """ "has revoked privileges, stirring alarm": an -ing word after a comma governs its noun."""
    for noun in tree.nodes:
        verb = noun.head
        if noun.dep not in {"dobj", "appos", "attr", "conj"} or not verb.is_verb or not noun.is_noun:
            continue
        first = min(descend(noun), key=lambda n: n.i)
        earlier = [c for c in verb.kids("dobj", "attr", "acomp") if c.i < first.i]
        before = first.i - tree.nodes[0].i - 1
        if first.tag != "VBG" or first.head is not noun or not earlier or tree.nodes[before].text != ",":
            continue
        move(first, verb, "advcl")
        move(noun, first, "dobj")


def participle_read_as_adjective(tree: Tree) -> None:
    """ "are focused" with an auxiliary is a passive."""
    for node in tree.nodes:
        if node.tag == "JJ" and node.kids("auxpass") and node.lower.endswith("ed"):
            node.tag = "VBN"


def verb_read_as_auxiliary(tree: Tree) -> None:
    """ "ousted recently hired Bell": a past verb of its own is no auxiliary; the participle describes the object."""
    for verb in tree.nodes:
        participle = verb.head
        if verb.dep != "aux" or verb.tag != "VBD" or verb.lemma in _AUXILIARY_LEMMAS or participle is verb:
            continue
        noun = participle.kid("dobj")
        if noun is None or participle.tag != "VBN" or not verb.i < participle.i < noun.i:
            continue
        above, dep, is_root = participle.head, participle.dep, participle.head is participle
        adverbs = [c for c in participle.kids("advmod") if verb.i < c.i < participle.i]
        for child in [c for c in participle.children if c is not verb and c not in adverbs]:
            move(child, verb, child.dep)
        participle.children = [c for c in participle.children if c is not verb]
        if is_root:
            verb.head, verb.dep = verb, "ROOT"
        else:
            move(verb, above, dep)
        move(participle, noun, "amod")


def that_said(tree: Tree) -> None:
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


def that_after_noun(tree: Tree) -> None:
    """A finite clause with its own "that" and subject under a noun is that noun's content, not a relative clause."""
    for node in tree.nodes:
        if node.dep in {"relcl", "acl"} and node.head.is_noun and is_finite(node):
            mark = node.kid("mark")
            if mark is not None and mark.lower == "that" and subject_of(node) is not None:
                node.dep = "acl"


def auxiliary_root(tree: Tree) -> None:
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


def small_clause(tree: Tree) -> None:
    """ "hold managers liable": the managers are held, and liable is what they are held to be."""
    for adjective in tree.nodes:
        verb = adjective.head
        if adjective.tag != "JJ" or not verb.is_verb or adjective.i < verb.i:
            continue
        if adjective.dep == "ccomp" and not adjective.kids("aux", "mark", "cop"):
            noun = adjective.kid("nsubj")
        else:  # "deem the law void", read as one noun phrase
            glued = adjective.dep == "dobj" and any(c.tag == "DT" for c in adjective.children)
            noun = adjective.kid("compound") if glued else None
        if noun is None or not verb.i < noun.i < adjective.i or verb.kids("oprd"):
            continue
        for child in [c for c in adjective.children if c is not noun and c.i < noun.i]:
            move(child, noun, child.dep)
        move(noun, verb, "dobj")
        adjective.dep = "oprd"


def verb_joined_to_noun(tree: Tree) -> None:
    """ "praises his record and highlights his age": a finite verb joined to a noun joins that noun's verb."""
    for verb in tree.nodes:
        noun = verb.head
        finite = verb.tag in {"VBZ", "VBD"} and verb.dep == "conj" and not verb.kids("mark")
        if not finite or not noun.is_noun or subject_of(verb) is not None:
            continue
        above = noun
        while above.dep in {"pobj", "prep", "dobj", "attr", "conj", "dative"} and not above.is_verb:
            above = above.head
        joined = above.is_verb and subject_of(above) is not None and above.tag == verb.tag
        if not joined or above.dep == "relcl":
            continue
        for tie in [c for c in noun.kids("cc", "punct") if noun.i < c.i < verb.i]:
            move(tie, above, tie.dep)
        move(verb, above, "conj")


def gerund_as_object(tree: Tree) -> None:
    """ "admitted shooting down a jet": the -ing form is what was admitted, not how."""
    for gerund in tree.nodes:
        verb = gerund.head
        loose = gerund.dep == "advcl" and gerund.tag == "VBG" and not gerund.kids("mark", "nsubj", "aux")
        if not loose or verb.lemma not in cues().clauses.gerund_verbs or verb.kids("dobj", "ccomp", "xcomp"):
            continue
        if gerund.i > verb.i and not any(n.text == "," for n in tree.nodes if verb.i < n.i < gerund.i):
            gerund.dep = "xcomp"


def name_read_as_verb(tree: Tree) -> None:
    """ "and edges Berg closer": a name within a sentence is no verb; the plural between "and" and it is."""
    for tie, verb, name in zip(tree.nodes, tree.nodes[1:], tree.nodes[2:], strict=False):
        swapped = name.tag in {"VBP", "VB", "VBD"} and name.dep == "conj" and name.text[0].isupper()
        if not (swapped and tie.tag == "CC" and verb.tag == "NNS" and verb.head is name):
            continue
        for child in [c for c in name.children if c is not verb]:
            move(child, verb, child.dep)
        move(verb, name.head, "conj")
        verb.tag, name.tag = "VBZ", "NNP"
        move(name, verb, "dobj")
        return
