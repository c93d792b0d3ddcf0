"""`claimkb propose`: compare claims that are alike in meaning, not only those that share a key."""

from typing import Annotated

import typer

from claimkb.cli._common import database, say
from claimkb.cli._options import DbOption


def propose(
    nearest: Annotated[
        int, typer.Option("--nearest", min=1, max=64, help="At most this many more partners a claim.")
    ] = 8,
    floor: Annotated[
        float, typer.Option("--min-similarity", min=0, max=1, help="None less alike than this (cosine).")
    ] = 0.4,
    clear: Annotated[
        bool, typer.Option("--clear", help="Drop what was proposed, and the findings it led to.")
    ] = False,
    db: DbOption = None,
) -> None:
    """Let embeddings propose more pairs of claims for the rules to judge.

    Claims are compared when they share a key: a name and a word, an amount, a
    concept. This adds pairs that mean something alike in other words. Findings
    say what proposed them. Run it again when articles were added.

    \b
    Examples:
      claimkb propose
      claimkb propose --nearest 16 --min-similarity 0.3
      claimkb propose --clear
    """
    from claimkb.workflow.proposing import forget_proposals
    from claimkb.workflow.proposing import propose as propose_pairs

    if clear:
        say(f"{forget_proposals(database(db))} findings dropped; only the keys propose pairs now.")
        return
    done = propose_pairs(database(db), nearest=nearest, floor=floor)
    for kind, number in done.findings:
        print(f"{kind}\t{number}")  # noqa: T201 - the command line prints
    found = sum(number for _, number in done.findings)
    say(
        f"{done.proposer}: {done.pairs} more pairs of {done.claims} claims compared, "
        f"{found} findings ({done.dropped} of an earlier run dropped)."
    )
