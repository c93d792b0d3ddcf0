"""What the first person stands for: whoever is quoted, and for "we" those he speaks for.

"I" is the speaker by his name; "we" is the country he speaks for, else he and
others, and what is "ours" is his as well. The author's own "we" stays. Verbs
follow the person: "I am" becomes "Ruiz is".
"""

from claimkb.extract.amounts import conjuncts
from claimkb.extract.binding import is_possessive
from claimkb.extract.inflect import present
from claimkb.extract.resolution import Resolved, Speaker
from claimkb.extract.tree import Node, Tree, ancestors, descend, subject_of
from claimkb.extract.wording import lowered
from claimkb.lexicon.cues import cues

_WRITTEN_OUT = {
    "'m": "is",
    "'re": "is",
    "'ve": "has",
    "'ll": "will",
    "'d": "would",
    "am": "is",
    "are": "is",
    "were": "was",
}
_CONTRACTED = {"'ll": "will", "'re": "are", "'ve": "have", "'s": "is", "'d": "would"}
_COUNTS = frozenset({"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"})
_PLURAL = {"'m": "are", "'re": "are", "'ve": "have", "'ll": "will", "'d": "would", "'s": "are"}


def first_person(node: Node, speaker: Speaker, found: Resolved) -> None:
    """ "I" is the speaker of the quotation, "we" the country he speaks for; the author's own stay."""
    alone = node.lower in cues().pronouns.first_singular
    quoted = speaker.is_quoted(node.start)
    known = speaker.name if not quoted or speaker.keys or speaker.name != "the author" else ""
    words = known if alone else speaker.side.words or _and_others(node, speaker, known)
    pronouns = cues().pronouns
    unnamed = (
        pronouns.second | pronouns.first_singular | pronouns.first_plural | pronouns.person | pronouns.plural
    )
    if not quoted and speaker.name != "the author" and _is_part_quoted(node, speaker):
        found.ambiguous.add(id(node))  # the writer's own word between what he quotes
    elif (
        words and words.lower() not in unnamed and not _is_shared(node, speaker) and not _names_itself(words)
    ):
        if is_possessive(node) and words == speaker.side.words and node.head.lemma in pronouns.country_nouns:
            found.words[id(node)], found.words[id(node.head)] = "", lowered(words)  # "our country"
            return
        put_words(found, node, words)
        several = words.endswith(" and others") or speaker.kind == "people" or bool(node.kids("conj"))
        _agree(found, node, plural=several)
    elif speaker.name or quoted:
        found.ambiguous.add(id(node))


def second_person(node: Node, speaker: Speaker, found: Resolved) -> None:
    """ "You" is the one person who is told it ("You should resign," Lee told Roe); nobody else is known."""
    if not speaker.addressee or not speaker.is_quoted(node.start):
        found.ambiguous.add(id(node))
        return
    put_words(found, node, speaker.addressee)
    _agree(found, node, plural=False)


def _is_part_quoted(node: Node, speaker: Speaker) -> bool:
    """Whether other words of its sentence are quoted."""
    root = next((a for a in ancestors(node) if a.head is a), node)
    return any(speaker.is_quoted(n.start) for n in descend(root))


def _is_shared(node: Node, speaker: Speaker) -> bool:
    """ "Our nation" without a country known for it: nobody owns what he shares with all around him."""
    return (
        is_possessive(node)
        and node.lower in cues().pronouns.first_plural
        and not speaker.side.words
        and node.head.lower in cues().pronouns.common_nouns
    )


def _names_itself(words: str) -> bool:
    """ "Our partner has told us": a holder with a first person in his name speaks for somebody not known here."""
    first = cues().pronouns.first_plural | cues().pronouns.first_singular
    return not first.isdisjoint(words.lower().split())


def is_numeral(node: Node, tree: Tree) -> bool:
    """Whether "I" counts: "a Class I felony", "World War I"."""
    before = tree.nodes[node.i - tree.nodes[0].i - 1] if node.i > tree.nodes[0].i else None
    return (
        node.text == "I" and before is not None and before.is_noun and node.dep not in {"nsubj", "nsubjpass"}
    )


def _and_others(node: Node, speaker: Speaker, known: str) -> str:
    """ "We" are the speaker with others, and what is "ours" is his; a body or several people speak for themselves."""
    if not known or speaker.kind == "":
        return ""
    return known if is_possessive(node) or speaker.kind != "person" else f"{known} and others"


def _agree(found: Resolved, node: Node, *, plural: bool) -> None:
    """The finite verb of a first-person subject in the third person, contractions written out."""
    if node.dep not in {"nsubj", "nsubjpass"}:
        return
    _agree_verb(
        found, next((a for a in node.head.kids("aux", "auxpass") if a.i > node.i), node.head), plural=plural
    )
    for joined in conjuncts(node.head):  # "I disagree and reject it"
        if subject_of(joined) is None and not joined.kids("aux", "auxpass"):
            _agree_verb(found, joined, plural=plural)


def _agree_verb(found: Resolved, verb: Node, *, plural: bool) -> None:
    if plural:
        if verb.lower in _PLURAL:
            found.words[id(verb)] = f" {_PLURAL[verb.lower]}"
    elif verb.lower in _WRITTEN_OUT:
        found.words[id(verb)] = f" {_WRITTEN_OUT[verb.lower]}"  # "I'm" is written together, "he is" is not
    elif verb.tag == "VBP" or (verb.tag == "VB" and verb.dep == "conj" and verb.head.tag == "VBP"):
        found.words[id(verb)] = present(verb.lemma, plural=False)


def spell_out(found: Resolved, node: Node) -> None:
    """The auxiliary that was written together with a pronoun, apart: "he'll" is "Roe will"."""
    if node.dep not in {"nsubj", "nsubjpass"} or node.space:
        return
    verbs = (node.head, *node.head.children)
    after = next((a for a in verbs if a.start == node.end), None)
    if after is None or after.lower not in _CONTRACTED:
        return
    done = any(v.lower == "been" for v in verbs) or (
        node.head.tag in {"VBN", "VBD"} and after.dep != "auxpass" and all(v.lower != "being" for v in verbs)
    )
    words = {"'s": "has" if done else "is", "'d": "had" if done else "would"}
    found.words[id(after)] = f" {words.get(after.lower, _CONTRACTED[after.lower])}"


_VAGUE = frozenset({"some", "many", "several", "most", "few", "various", "certain"})


def put_words(found: Resolved, node: Node, words: str) -> None:
    """Put words in the place of a pronoun, in its case."""
    words = lowered(words)
    possessive = is_possessive(node)
    before = node.head.lower == "of" and node.dep == "pobj"
    if before and words.split()[0] in _COUNTS:
        words = f"the {words}"  # "two of the five boats"
    elif before and words.split()[0].lower() in _VAGUE and " " in words:
        words = f"the {words.partition(' ')[2]}"  # "some of the members", who were "some members" before
    found.words[id(node)] = (
        f"{words}'" if possessive and words.endswith("s") else f"{words}'s" if possessive else words
    )
