"""No search for garbage but now and then, for as long as much is read and compared.

Python looks for objects that hold each other whenever some hundreds more were
made than freed. What is read of an article is kept for comparison, so such a
search goes over all claims held and finds next to nothing: it took 0.6 of 8
CPU seconds for eight more articles in a base of a hundred, and 0.3 of the 2
in which the parser is loaded. What it would find is small, since extraction
cuts such ties itself, and waits here for the next search.
"""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_EVERY = 64  # texts between two searches: a hundredth of the time that they take


@contextmanager
def seldom_collected() -> Iterator[Callable[[], None]]:
    """The time in which texts are dealt with; what is yielded is called after each of them."""
    if not gc.isenabled():
        yield _nothing
        return
    done = 0

    def after_each() -> None:
        nonlocal done
        done += 1
        if done % _EVERY == 0:
            gc.collect()

    gc.disable()
    try:
        yield after_each
    finally:
        gc.enable()


def _nothing() -> None:
    """Whoever has switched the search off decides when there is one."""
