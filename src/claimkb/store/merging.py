"""Entities that people merged, as comparison sees them.

A claim is stored with the names that were found in it. Where a person said
that two of them are one, claims are compared, and proposed for comparison,
under the name they were merged into: both in the claim's mentions and in the
arguments of its frame. What kind of thing a merged name is follows from the
gazetteer, else from the mention, so that it never depends on what else the
base holds.
"""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from claimkb.model import Argument, Claim, EntityMention
from claimkb.store.decisions import Kind, values_of

if TYPE_CHECKING:
    from claimkb.store.documents import Keys

Merges = Mapping[str, str]  # a name, and the name that stands for it


def merges_of(connection: sqlite3.Connection) -> Merges:
    """Which names stand for others."""
    return values_of(connection, Kind.ENTITY)


def as_merged(claim: Claim, merges: Merges) -> Claim:
    """A claim under the names that people gave its entities."""
    named = {mention.name for mention in claim.entities}
    named |= {name for argument in claim.frame.arguments for name in argument.entities}
    if merges.keys().isdisjoint(named):
        return claim
    arguments = tuple(_argument(argument, merges) for argument in claim.frame.arguments)
    return replace(
        claim,
        entities=tuple(_mention(mention, merges) for mention in claim.entities),
        frame=replace(claim.frame, arguments=arguments),
    )


def keys_as_merged(keys: "Keys", merges: Merges) -> "Keys":
    """The same pair-keys, of claims under the names that people gave their entities."""

    def of(claim: Claim) -> Iterable[str]:
        """The keys of the claim under its merged names."""
        return keys(as_merged(claim, merges))

    return of if merges else keys


def claims_with_name(connection: sqlite3.Connection, name: str) -> set[int]:
    """The row keys of the claims in which a name was found, among the mentions or in the frame."""
    rows = connection.execute(
        """SELECT claim FROM claim_entities WHERE coalesce(found, entity) IN
            (SELECT id FROM entities WHERE name = ?1)
        UNION SELECT id FROM claims WHERE instr(frame, ?2)""",
        (name, json.dumps(name, ensure_ascii=False)),
    )
    return {row[0] for row in rows}


def _mention(mention: EntityMention, merges: Merges) -> EntityMention:
    if mention.name not in merges:
        return mention
    name = merges[mention.name]
    return replace(mention, name=name, kind=_kind(name) or mention.kind)


def _argument(argument: Argument, merges: Merges) -> Argument:
    names = tuple(dict.fromkeys(merges.get(name, name) for name in argument.entities))
    return replace(argument, entities=names)


def _kind(name: str) -> str | None:
    """The kind of a name that everybody knows."""
    from claimkb.lexicon.gazetteer import gazetteer

    place = gazetteer().places.get(name)
    return place.kind if place is not None and place.name == name else None


def once_a_claim(keys: "Keys") -> "Keys":
    """The same pair-keys, worked out once a claim: they are asked for before it is written and when it is."""
    found: dict[Claim, tuple[str, ...]] = {}

    def of(claim: Claim) -> tuple[str, ...]:
        """The keys of a claim, worked out once."""
        if claim not in found:
            found[claim] = tuple(keys(claim))
        return found[claim]

    return of
