"""`claimkb rate`: Admiralty ratings, A to F for a source, 1 to 6 for a claim."""

from typing import Annotated

import typer

from claimkb.cli._common import database, say
from claimkb.cli._completion import names_of
from claimkb.cli._options import DbOption
from claimkb.errors import UsageError
from claimkb.lexicon.ratings import CREDIBILITY, RELIABILITY


def rate(
    what: Annotated[
        str,
        typer.Argument(
            metavar="ID|SOURCE",
            help="A claim by its id (or its beginning), or a source by its name.",
            shell_complete=names_of("sources"),
        ),
    ],
    rating: Annotated[str, typer.Argument(metavar="1-6|A-F|none", help="The rating; none takes it off.")],
    claim: Annotated[bool, typer.Option("--claim", help="With none: the rating of a claim.")] = False,
    db: DbOption = None,
) -> None:
    """Rate a source (A to F) or a claim (1 to 6), after the Admiralty system.

    \b
    A completely reliable   1 confirmed by other sources
    B usually reliable      2 probably true
    C fairly reliable       3 possibly true
    D not usually reliable  4 doubtful
    E unreliable            5 improbable
    F cannot be judged      6 cannot be judged

    \b
    Examples:
      claimkb rate harbour-gazette B
      claimkb rate 3f9a2c1b 2
      claimkb rate 3f9a2c1b none --claim
    """
    from claimkb.workflow import correction, desk

    grade = rating.strip().upper()
    if grade in CREDIBILITY or (claim and grade == "NONE"):
        value = "" if grade == "NONE" else grade
        found = desk.annotate_claim(database(db), what, rating=value)
        say(f"Claim {found[:8]} is {_said(value, CREDIBILITY)}.")
    elif grade in RELIABILITY or grade == "NONE":
        own = None if grade == "NONE" else grade
        correction.correct_source(database(db), what, {"reliability": own})
        say(f"The source {what} is {_said(own or '', RELIABILITY)}.")
    else:
        raise UsageError(
            f"{rating!r} is no rating.", "Give A to F for a source, 1 to 6 for a claim, or none."
        )


def _said(grade: str, meanings: dict[str, str]) -> str:
    return f"rated {grade}: {meanings[grade]}" if grade else "rated no longer"
