"""The arguments of ingest as documents and refusals, one value after the other.

Settings are read first: a malformed `sources.toml` is an error of the whole
call (`ConfigError`), before anything is taken in. From there on a file that
cannot be read is a `Refusal`, and the batch goes on.
"""

import hashlib
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from claimkb.errors import ReadError, UsageError
from claimkb.model import Document, Refusal
from claimkb.readers.base import Reader
from claimkb.readers.decode import MAX_BYTES, too_large
from claimkb.readers.discover import STDIN, FoundFile, discover, display_name
from claimkb.readers.markdown import MARKDOWN
from claimkb.readers.options import SourceOptions, checked, merge, source_info
from claimkb.readers.sources_file import FILE_NAME, SourcesFile, load_sources
from claimkb.readers.text import TEXT

READERS: tuple[Reader, ...] = (TEXT, MARKDOWN)

_NO_OPTIONS = SourceOptions()


def read_inputs(
    paths: Sequence[str], *, options: SourceOptions = _NO_OPTIONS
) -> Iterator[Document | Refusal]:
    """The documents behind files, folders and `-`, in a stable order; what cannot be read as a `Refusal`.

    Raises `UsageError` for unusable options and `ConfigError` for a malformed `sources.toml`.
    """
    try:
        options = checked(options)
    except ValueError as error:
        raise UsageError(f"The options cannot be used: {error}.", "Correct the option.") from error
    found = list(discover(paths, frozenset(_reader_of())))
    settings = _Settings(file for file in found if isinstance(file, FoundFile))
    for item in found:
        yield item if isinstance(item, Refusal) else _read(item, options, settings)
    yield from settings.unmatched()


class _Settings:
    """The `sources.toml` files that bear on the files found, each read once."""

    def __init__(self, files: Iterator[FoundFile]) -> None:
        self._by_folder: dict[Path, SourcesFile | None] = {}
        self._walked: set[Path] = set()
        for file in files:
            for folder in _folders(file):
                self._load(folder)
                if file.root is not None:
                    self._walked.add(folder)

    def options_for(self, file: FoundFile) -> SourceOptions:
        """The entry for a file, from the nearest folder that has one."""
        for folder in _folders(file):
            sources = self._by_folder[folder]
            entry = sources and sources.entries.get(file.path.relative_to(folder).as_posix())
            if entry:
                return entry
        return _NO_OPTIONS

    def unmatched(self) -> Iterator[Refusal]:
        """Entries for files that are not there: most likely a typing error, and metadata lost in silence."""
        for folder in sorted(self._walked):
            sources = self._by_folder[folder]
            for name in sources.entries if sources else ():
                if not (folder / name).exists():
                    where = display_name(folder / FILE_NAME)
                    yield Refusal(
                        where,
                        f"It describes '{name}', which is not there.",
                        "Correct file= or remove the entry.",
                    )

    def _load(self, folder: Path) -> None:
        if folder not in self._by_folder:
            path = folder / FILE_NAME
            self._by_folder[folder] = load_sources(path) if path.is_file() else None


def _folders(file: FoundFile) -> list[Path]:
    """The folders whose `sources.toml` may describe the file, nearest first."""
    if file.name == STDIN:
        return []
    folder = file.path.parent
    if file.root is None:
        return [folder]
    return [folder, *(parent for parent in folder.parents if parent.is_relative_to(file.root))]


def _read(file: FoundFile, options: SourceOptions, settings: _Settings) -> Document | Refusal:
    try:
        read = _reader_of()[file.path.suffix.lower() or ".txt"].read(_data(file), file.name)
    except ReadError as error:
        return Refusal(file.name, error.problem, error.next_step)
    known = merge(options, settings.options_for(file), read.metadata)
    name = "standard input" if file.name == STDIN else file.path.stem
    digest = hashlib.sha256(read.text.encode("utf-8")).hexdigest()
    return Document(file.name, read.text, digest, source_info(known, default_name=name))


def _data(file: FoundFile) -> bytes:
    """The bytes of a file, at most one beyond the limit."""
    if file.name == STDIN:
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    try:
        if not file.path.is_file():
            raise ReadError("It is not a regular file.", "Pipe it in: claimkb ingest - < FILE")
        if file.path.stat().st_size > MAX_BYTES:
            raise too_large()
        return file.path.read_bytes()
    except OSError as error:
        raise ReadError(f"It cannot be read ({error.strerror}).", "Check its permissions.") from error


def _reader_of() -> dict[str, Reader]:
    return {suffix: reader for reader in READERS for suffix in reader.suffixes}
