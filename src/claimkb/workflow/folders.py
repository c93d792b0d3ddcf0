"""What changes in a folder: told by the system where watchfiles is installed, else looked for.

Looking costs one `stat` a file and round. A round's changes come as one set, so
that a hundred files copied at once are taken in together.
"""

import time
from collections.abc import Iterator
from pathlib import Path

_State = dict[Path, tuple[int, int]]  # size and time of each file

SECONDS = 2.0  # between two looks
_SETTLE_MS = 800  # a file that is still being written is taken when it has been quiet for so long


def changes_in(folder: Path, *, every: float | None = None) -> Iterator[frozenset[Path]]:
    """The files added or changed from this call on, set by set, without end.

    As they happen, or `every` so many seconds.
    """
    before = _state(folder)
    if every is None:
        try:
            import watchfiles  # noqa: F401 - whether it is there
        except ImportError:
            every = SECONDS
    return _told(folder, before) if every is None else _polled(folder, before, every)


def _told(folder: Path, before: _State) -> Iterator[frozenset[Path]]:
    from watchfiles import Change, watch

    rounds = watch(
        folder, debounce=_SETTLE_MS, rust_timeout=_SETTLE_MS, yield_on_timeout=True, raise_interrupt=True
    )
    # The first round shows that watching has begun; what happened before it is looked for.
    next(rounds)
    changed = _changed(before, _state(folder))
    if changed:
        yield changed
    for found in rounds:
        changed = frozenset(Path(path) for change, path in found if change != Change.deleted)
        if changed:
            yield changed


def _polled(folder: Path, before: _State, every: float) -> Iterator[frozenset[Path]]:
    while True:
        time.sleep(every)
        now = _state(folder)
        changed = _changed(before, now)
        before = now
        if changed:
            yield changed


def _changed(before: _State, now: _State) -> frozenset[Path]:
    return frozenset(path for path, state in now.items() if before.get(path) != state)


def _state(folder: Path) -> _State:
    """Size and time of each file below the folder."""
    found: _State = {}
    for path in folder.rglob("*"):
        try:
            status = path.stat()
        except OSError:  # gone between listing and looking
            continue
        if path.is_file():
            found[path] = (status.st_mtime_ns, status.st_size)
    return found
