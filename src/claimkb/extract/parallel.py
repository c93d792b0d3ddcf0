"""What a candidate gains by its place beside the pronoun's: the same role, the clause just above, a comparison."""

from claimkb.extract.binding import subject_for
from claimkb.extract.mention import Mention
from claimkb.extract.tree import AUXILIARIES, Node, ancestors, subject_of
from claimkb.lexicon.cues import cues

_PARALLEL = 0.5
_NEAREST = 0.6
_APART = 0.8
_AS = frozenset({"than", "as"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def parallel(node: Node, mention: Mention) -> float:
    """What a thing gains by standing in the role of its pronoun: an object rather takes up an object."""
    if _undergoes(node, mention):
        return 2 * _PARALLEL
    if node.dep == "nsubj" and _is_within(node, mention):
        return _NEAREST
    if node.dep not in {"dobj", "pobj"} or mention.kind in {"person", "name"}:
        return 0.0
    if node.dep == mention.node.dep == "pobj" and node.head.lower == mention.node.head.lower:
        return 2 * _PARALLEL  # "erupted among nations and spread among them"
    if mention.subject and not mention.owner:
        return 0.0 if _hangs_on(node.head, mention.node.head) else -_PARALLEL
    goes_on = node.dep == "dobj" and _goes_on(node, mention)
    return (_PARALLEL if mention.node.dep == "dobj" else 0.0) + (_PARALLEL if goes_on else 0.0)


def _undergoes(node: Node, mention: Mention) -> bool:
    """ "Ann Lee may publish the letters though they are being read": what is acted upon was the object before."""
    words = cues().pronouns
    thing = node.lower in words.plural or node.lower in words.thing
    return thing and node.dep == "nsubjpass" and mention.node.dep == "dobj"


def _goes_on(node: Node, mention: Mention) -> bool:
    """ "Took a coin and spent it", "soaks up oil, turning it into wax": one thing is done to after the other."""
    verb, above = node.head, mention.node.head
    above = above.head if mention.node.dep == "pobj" else above
    return verb.is_verb and verb.dep in {"conj", "advcl"} and verb.head is above and above.is_verb


def _is_within(node: Node, mention: Mention) -> bool:
    """ "A mine which he keeps open though it loses money": what the relative clause around a pronoun is of."""
    if not mention.node.kids("relcl") or mention.kind == "person":
        return False
    return any(a.dep == "relcl" and a.head is mention.node and a is not node.head for a in ancestors(node))


def _hangs_on(verb: Node, above: Node) -> bool:
    """ "The act lapses unless Congress extends it": the subject of the clause that an adverbial one hangs on."""
    for node in (verb, *ancestors(verb)):
        if node is above:
            return False
        if node.dep == "advcl":
            return node.head is above
    return False


def set_apart(node: Node, mention: Mention) -> float:
    """What the speaker loses where something in his words is acted upon, and one of several subjects as "it".

    In "Roe's office says the deal helps Alder by giving it ships" it is Alder.
    """
    if node.lower not in cues().pronouns.thing:
        return 0.0
    if mention.member and mention.subject and node.dep != "poss":
        return -_APART
    if (
        node.dep not in {"dobj", "dative", "pobj"}
        or not mention.subject
        or mention.node.head.kid("ccomp") is None
    ):
        return 0.0
    verb = mention.node.head
    reported = any(a.dep == "ccomp" and a.head is verb for a in ancestors(node))
    return -2 * _APART if reported and subject_of(node.head) is None else 0.0


def nearest(node: Node, mention: Mention) -> float:
    """What the subject of the next clause above gains over those of clauses further up, for a subject.

    In "Roe said firms cut staff so that they could pay" the firms pay.
    """
    if node.dep == "dobj":  # "one man claims the firm cheated him"
        verb = node.head.head if node.head.dep == "xcomp" else node.head
        claims = verb.dep == "ccomp" and verb.head.is_verb
        return _NEAREST if claims and subject_for(verb.head) is mention.node else 0.0
    if node.dep not in _SUBJECTS or not node.head.is_verb or node.head.dep in {"ccomp", "conj", "ROOT"}:
        return 0.0
    for verb in ancestors(node.head):
        if verb.is_verb and verb.dep not in AUXILIARIES and (subject := subject_of(verb)) is not None:
            return _NEAREST if subject is mention.node and verb.dep == "ccomp" else 0.0
    return 0.0


def compared(node: Node, mention: Mention) -> bool:
    """ "Lenders are looser than they were": what is compared with itself."""
    verb = node.head
    if node.dep != "nsubj" or verb.dep != "advcl" or not any(c.lower in _AS for c in verb.kids("mark")):
        return False
    above = next((a for a in ancestors(verb) if a.is_verb), None)
    return above is not None and mention.node.head is above and mention.node.dep in _SUBJECTS
