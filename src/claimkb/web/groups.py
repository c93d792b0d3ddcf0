"""Agreements as groups: claims that bear each other out, and how many sources stand behind them.

Two claims of a group are joined by a chain of agreements that compared the
same thing: a claim that agrees with one on trust and with another on trade
stands in two groups. A group is named after its best connected claim, since
that is the one most of the others bear out. Order is by sources, then claims, then name, so that it never depends on
the order of findings.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimkb.web.views import FindingView, SideView

Node = tuple[str, str]  # what was compared, and the claim


@dataclass(frozen=True, slots=True)
class Group:
    """Claims that agree; `sides` holds each claim once, by date, then source."""

    id: str
    label: str
    sources: tuple[str, ...]
    sides: tuple[SideView, ...]
    findings: tuple[FindingView, ...]

    @property
    def confidence(self) -> float:
        """That of its strongest agreement."""
        return max(finding.confidence for finding in self.findings)


def agreement_groups(findings: Sequence[FindingView]) -> tuple[Group, ...]:
    """The groups that agreements form, those of most sources first."""
    leader: dict[Node, Node] = {}
    for finding in findings:
        a, b = ((_topic(finding), side.claim_id) for side in (finding.a, finding.b))
        leader.setdefault(a, a)
        leader.setdefault(b, b)
        a, b = _find(leader, a), _find(leader, b)
        leader[max(a, b)] = min(a, b)
    members: dict[Node, list[FindingView]] = defaultdict(list)
    for finding in findings:
        members[_find(leader, (_topic(finding), finding.a.claim_id))].append(finding)
    groups = (_group(found) for found in members.values())
    return tuple(sorted(groups, key=lambda each: (-len(each.sources), -len(each.sides), each.label, each.id)))


def _topic(finding: FindingView) -> str:
    """What was compared first, which is what the rule is about: a concept, the predicate, an amount."""
    return finding.evidence[0][0] if finding.evidence else finding.type


def _find(leader: dict[Node, Node], node: Node) -> Node:
    while leader[node] != node:
        leader[node] = leader[leader[node]]
        node = leader[node]
    return node


def _group(findings: Iterable[FindingView]) -> Group:
    ordered = tuple(sorted(findings, key=lambda each: (-each.confidence, each.id)))
    sides: dict[str, SideView] = {}
    links: Counter[str] = Counter()
    for finding in ordered:
        for side in (finding.a, finding.b):
            sides.setdefault(side.claim_id, side)
            links[side.claim_id] += 1
    hub = min(sides.values(), key=lambda side: (-links[side.claim_id], side.claim_id))
    return Group(
        id=ordered[0].id,
        label=hub.label,
        sources=tuple(sorted({side.source for side in sides.values()})),
        sides=tuple(sorted(sides.values(), key=lambda side: (side.when, side.source, side.claim_id))),
        findings=ordered,
    )
