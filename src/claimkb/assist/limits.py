"""What ends the asking of a model: it does not answer, or the user's own limit is reached."""

from claimkb.errors import ClaimkbError


class ModelError(ClaimkbError):
    """A model did not answer, or not with what was asked for; what was answered before is kept."""


class BudgetError(ModelError):
    """The limit that the user set on calls or tokens is reached."""
