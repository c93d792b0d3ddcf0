"""`claimkb rules`: what comparison looks for, and how often each rule was right."""

from pathlib import Path

from claimkb.cli._common import database, listing_of, opened, say, say_found, write_list
from claimkb.cli._options import DbOption, FormatOption


def rules(form: FormatOption = None, db: DbOption = None) -> None:
    """List the rules that findings come from, in the order in which they are tried.

    A rule's confidence is the share of its findings that held in the review
    that ships with claimkb, drawn towards an estimate while few were reviewed.
    Beside it stand the findings that you have confirmed, of those decided on.
    A rule is switched off by its name in the file claimkb.toml of the working
    folder, under [rules]: off = ["R9-accusation"].

    \b
    Examples:
      claimkb rules
      claimkb rules --format csv > rules.csv
    """
    from claimkb.compare import RULES
    from claimkb.lexicon.settings import rules_off
    from claimkb.render.rules import RuleRecord, rule_records

    found = rule_records(RULES, _reviews(db), rules_off())
    write_list(listing_of(RuleRecord, found), form)
    say_found(
        len(found),
        "rule",
        advice="`claimkb review` decides on findings, `claimkb contradictions --explain` names their rules.",
        otherwise="There are no rules.",
    )


def _reviews(db: Path | None) -> dict[str, tuple[int, int]]:
    """The decisions by rule; the rules can be read without a database, too."""
    path = Path(database(db))
    if not path.exists():
        say(f"There is no database at {path}, so the list has no decisions of yours.")
        return {}
    with opened(db) as reader:
        return reader.held_on_review()
