"""A progress bar with a line above it for each thing that is done."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

from claimkb.render.terminal import console_for


@contextmanager
def progress_bar(total: int, out: IO[str]) -> Iterator[Callable[[str], None]]:
    """Show a bar over `total` steps on a terminal; call what it yields with a line for each step done."""
    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console_for(out), transient=True) as progress:
        task = progress.add_task("reading", total=total)

        def advance(line: str) -> None:
            """Write a line, and move the bar on."""
            progress.console.print(Text(line))
            progress.advance(task)

        yield advance


@contextmanager
def stages_bar(out: IO[str]) -> Iterator[Callable[[str, int, int], None]]:
    """Show a bar for work in stages; call what it yields with the stage, what is done of it, and how much it is."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console_for(out), transient=True) as progress:
        task = progress.add_task("", total=None)

        def advance(stage: str, done: int, total: int) -> None:
            """Write a line, and move the bar on."""
            progress.update(task, description=stage, completed=done, total=total)

        yield advance
