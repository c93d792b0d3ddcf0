"""Slips of the parser where an auxiliary stands before its subject: "Never has X done Y", "Not only did X do Y"."""

from claimkb.extract.tree import AUXILIARIES, Node, Tree, move

DRAWN = frozenset({"never", "not", "rarely", "seldom", "hardly", "scarcely", "barely"})
_CARRIERS = frozenset({"have", "be", "do"})


def turned_auxiliary(tree: Tree) -> None:
    """An auxiliary drawn forward and taken for the verb, with the verb below it: they change places."""
    for node in tree.nodes:
        verb = _governed(node) if node.lemma in _CARRIERS else None
        if verb is None or node.i == tree.nodes[0].i:
            continue
        for child in [c for c in node.children if c is not verb]:
            move(child, verb, child.dep)
        if node.head is node:
            verb.head, verb.dep, node.children = verb, "ROOT", []
        else:
            node.children = []
            move(verb, node.head, node.dep)
        move(node, verb, "auxpass" if node.lemma == "be" and verb.tag == "VBN" else "aux")
        if verb.tag == "VBD" and node.lemma != "do":
            verb.tag = "VBN"


def _governed(node: Node) -> Node | None:
    """The verb below a finite auxiliary that has no subject of its own, where the verb's stands between them."""
    if not node.is_verb or node.kids("nsubj", "nsubjpass", "expl", "dobj"):
        return None
    verb = next((c for c in node.kids("ccomp") if c.is_verb and not c.kids("aux", "auxpass", "mark")), None)
    subject = verb.kid("nsubj", "nsubjpass") if verb is not None else None
    if verb is None or subject is None or not node.i < subject.i < verb.i:
        return None
    drawn = {"only", "never", "not", "no"}
    before = [n for c in node.children if c.i < node.i for n in (c, *c.children)]
    return verb if any(n.lower in drawn for n in before) else None


def denial_of_auxiliary(tree: Tree) -> None:
    """ "Never has X done Y", "never before has X": the denial hung on the auxiliary or the adverb is the verb's."""
    for node in tree.nodes:
        word = node.lower
        if word not in DRAWN or node.dep not in {"neg", "advmod"} or node.children:
            continue
        host = node.head
        beside = host.dep == "advmod" and (word == "never" or (word == "not" and host.lower == "once"))
        if (host.dep in AUXILIARIES or beside) and host.head.is_verb and host.head.i > host.i > node.i:
            move(node, host.head, "neg" if word in {"never", "not"} else "advmod")
