"""The errors that reach a user: one line that says what is wrong and what to do next.

Every message is a full sentence about the user's own input, followed by the
next step. The command line prints it and exits with `exit_code`; nothing in
this family is ever shown as a traceback.
"""


class ClaimkbError(Exception):
    """A failure a user can act on.

    `problem` says what is wrong, `next_step` what to do about it; both are one
    line, whatever a file or a library put into them.
    """

    exit_code = 1

    def __init__(self, problem: str, next_step: str) -> None:
        self.problem = " ".join(problem.split())
        self.next_step = " ".join(next_step.split())
        super().__init__(f"{self.problem} {self.next_step}".strip())


class UsageError(ClaimkbError):
    """The command was called in a way that cannot work (exit code 2)."""

    exit_code = 2


class ReadError(ClaimkbError):
    """A document cannot be read; the rest of its batch goes on."""


class ConfigError(ClaimkbError):
    """A TOML file (sources, themes, aliases) is malformed."""


class StoreError(ClaimkbError):
    """The database is missing, newer than this program, locked or damaged."""


class NotFoundError(ClaimkbError):
    """What was asked for by id, slug or name is not in the knowledge base."""


class LanguageError(ReadError):
    """The text is not English, so its claims would be nonsense."""
