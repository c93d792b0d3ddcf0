"""The few styles of the program, so that one thing has one colour everywhere."""

from claimkb.model import RelationKind, Status

ID = "cyan"
HEADING = "bold"
LABEL = "bold"
FAINT = "dim"
MARK = "bold underline"
SOURCE = "blue"

KINDS = {
    RelationKind.CONTRADICTION: "bold red",
    RelationKind.TENSION: "bold yellow",
    RelationKind.AGREEMENT: "bold green",
    RelationKind.NONE: "dim",
}
STATUSES = {Status.SUGGESTED: "dim", Status.CONFIRMED: "green", Status.DISMISSED: "red"}

# Backgrounds of the heat map, from few claims to many; readable with the bright text put on them.
HEAT = ("on grey15", "on dark_blue", "on blue3", "on dodger_blue3", "on deep_pink4")
