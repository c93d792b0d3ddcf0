"""Output files: each appears whole or not at all, and what was there before stays until then."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO

from claimkb.errors import ClaimkbError, UsageError


@contextmanager
def destination(output: Path | None) -> Iterator[IO[bytes]]:
    """Where the bytes go: standard output, or a file that is written beside its place and moved there."""
    if output is None or str(output) == "-":
        sys.stdout.flush()
        yield sys.stdout.buffer
        return
    if output.is_dir():
        raise UsageError(f"{output} is a folder.", "Name a file in it with -o.")
    try:
        with NamedTemporaryFile(dir=output.parent, prefix=f".{output.name}.", delete=False) as out:
            try:
                yield out
                _move(out, output)
            except BaseException:
                Path(out.name).unlink(missing_ok=True)
                raise
    except OSError as error:
        raise ClaimkbError(
            f"{output} cannot be written: {error.strerror or error}.", "Name another file with -o."
        ) from error


def _move(out: IO[bytes], output: Path) -> None:
    """Give the finished file its name, and the rights a newly made file would have."""
    out.flush()
    os.fsync(out.fileno())
    mask = os.umask(0)
    os.umask(mask)
    rights = output.stat().st_mode & 0o777 if output.exists() else 0o666 & ~mask
    Path(out.name).chmod(rights)
    Path(out.name).replace(output)
