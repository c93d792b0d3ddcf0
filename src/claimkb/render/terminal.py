"""The console that tables and explanations are drawn on.

Colour only where a terminal shows it and NO_COLOR is not set; a width from
the terminal (or COLUMNS), and a readable default where there is none. Markup,
emoji codes and automatic highlighting are off: article text is text.
"""

import os
from collections.abc import Iterable
from typing import IO

from rich.console import Console, RenderableType

WIDTH_WITHOUT_TERMINAL = 100


def console_for(out: IO[str], *, width: int | None = None) -> Console:
    """A console on `out`, with colour where it helps."""
    if width is None and not out.isatty() and "COLUMNS" not in os.environ:
        width = WIDTH_WITHOUT_TERMINAL
    return Console(
        file=out,
        width=width,
        markup=False,
        emoji=False,
        highlight=False,
        soft_wrap=False,
        # Styles that are not colours (bold, dim) also go when the reader asks for plain text.
        color_system=None if plain_wanted(out) else "auto",
    )


def plain_wanted(out: IO[str]) -> bool:
    """Whether `out` gets no styles: NO_COLOR is set, the terminal is dumb, or it is no terminal."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return True
    return not out.isatty() and not os.environ.get("FORCE_COLOR")


def draw(renderables: Iterable[RenderableType], out: IO[str], *, width: int | None = None) -> None:
    """Draw the renderables one below the other, without trailing spaces where there are no styles."""
    console = console_for(out, width=width)
    for each in renderables:
        if console.color_system is not None:
            console.print(each)
            continue
        with console.capture() as captured:
            console.print(each)
        out.writelines(f"{line.rstrip()}\n" for line in captured.get().splitlines())
