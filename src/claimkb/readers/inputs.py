"""The arguments of ingest as documents and refusals, one value after the other.

Settings are read first: a malformed `sources.toml` is one `Refusal`, which
stops the files it may describe and no others. From there on a file that cannot
be read is a `Refusal`, and the batch goes on.
"""

import hashlib
import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path, PurePosixPath
from typing import BinaryIO
from urllib.parse import urlsplit

from claimkb.errors import ConfigError, ReadError, UsageError
from claimkb.model import Document, Original, Refusal
from claimkb.readers.base import Collection, Member, Reader, ReadText
from claimkb.readers.decode import check_paragraphs, too_large
from claimkb.readers.discover import STDIN, Found, FoundAddress, FoundFile, discover, display_name
from claimkb.readers.fetch import Access
from claimkb.readers.formats import all_suffixes, collection_for, reader_for
from claimkb.readers.media import suffix_of
from claimkb.readers.options import SourceOptions, checked, merge, source_info
from claimkb.readers.sources_file import FILE_NAME, SourcesFile, load_sources
from claimkb.readers.text import TEXT
from claimkb.readers.web import WebDocument, read_bytes, read_feed_entries, read_web

_NO_OPTIONS = SourceOptions()
_NO_ACCESS = Access()
PART_MARK = "#"  # between a file that holds many documents and the name of one


def read_inputs(
    paths: Sequence[str], *, options: SourceOptions = _NO_OPTIONS, access: Access = _NO_ACCESS
) -> Iterator[Document | Refusal]:
    """The documents behind files, folders, addresses and `-`, in a stable order; what cannot be read as a `Refusal`.

    Raises `UsageError` for unusable options.
    """
    try:
        options = checked(options)
    except ValueError as error:
        raise UsageError(f"The options cannot be used: {error}.", "Correct the option.") from error
    found = list(discover(paths, all_suffixes(), any_file=access.feed))
    settings = _Settings(file for file in found if isinstance(file, FoundFile))
    yield from settings.refused(found)
    for item in found:
        if isinstance(item, FoundFile) and settings.is_unusable(item):
            continue
        yield from _read(item, options, settings, access)
    yield from settings.unmatched()


class _Settings:
    """The `sources.toml` files that bear on the files found, each read once."""

    def __init__(self, files: Iterator[FoundFile]) -> None:
        self._by_folder: dict[Path, SourcesFile | None] = {}
        self._walked: set[Path] = set()
        self._malformed: dict[Path, ConfigError] = {}
        for file in files:
            for folder in _folders(file):
                self._load(folder)
                if file.root is not None:
                    self._walked.add(folder)

    def is_unusable(self, file: FoundFile) -> bool:
        """Whether a malformed file may say where this one comes from."""
        return any(folder in self._malformed for folder in _folders(file))

    def refused(self, found: Sequence[Found]) -> list[Refusal]:
        """The malformed files, each with the number of documents it stops."""
        stopped = [item for item in found if isinstance(item, FoundFile) and self.is_unusable(item)]
        return [
            Refusal(
                display_name(folder / FILE_NAME),
                f"{error.problem} Files it may describe, left out: "
                f"{sum(folder in _folders(file) for file in stopped)}.",
                error.next_step,
            )
            for folder, error in sorted(self._malformed.items())
        ]

    def options_for(self, file: FoundFile, part: str = "") -> SourceOptions:
        """The entry for a file or a part of it, from the nearest folder that has one."""
        for folder in _folders(file):
            sources = self._by_folder[folder]
            entry = sources and sources.entries.get(file.path.relative_to(folder).as_posix() + part)
            if entry:
                return entry
        return _NO_OPTIONS

    def unmatched(self) -> Iterator[Refusal]:
        """Entries for files that are not there: most likely a typing error, and metadata lost in silence."""
        for folder in sorted(self._walked):
            sources = self._by_folder[folder]
            for name in sources.entries if sources else ():
                if not (folder / name.partition(PART_MARK)[0]).exists():
                    where = display_name(folder / FILE_NAME)
                    yield Refusal(
                        where,
                        f"It describes '{name}', which is not there.",
                        "Correct file= or remove the entry.",
                    )

    def _load(self, folder: Path) -> None:
        if folder not in self._by_folder:
            path = folder / FILE_NAME
            try:
                self._by_folder[folder] = load_sources(path) if path.is_file() else None
            except ConfigError as error:
                self._by_folder[folder] = None
                self._malformed[folder] = error


def _folders(file: FoundFile) -> list[Path]:
    """The folders whose `sources.toml` may describe the file, nearest first."""
    if file.name == STDIN:
        return []
    folder = file.path.parent
    if file.root is None:
        return [folder]
    return [folder, *(parent for parent in folder.parents if parent.is_relative_to(file.root))]


def _read(
    item: Found, options: SourceOptions, settings: _Settings, access: Access
) -> Iterator[Document | Refusal]:
    """The documents that one thing found holds."""
    if isinstance(item, Refusal):
        yield item
    elif isinstance(item, FoundAddress):
        yield from (_web_document(found, options) for found in read_web(item.url, access))
    else:
        try:
            yield from _in_file(item, options, settings, access)
        except ReadError as error:
            yield Refusal(item.name, error.problem, error.next_step)


def _in_file(
    file: FoundFile, options: SourceOptions, settings: _Settings, access: Access
) -> Iterator[Document | Refusal]:
    suffix = suffix_of(file.path.name)
    collection = collection_for(suffix)
    if access.feed:
        data = _data(file, TEXT)
        yield from (_web_document(found, options) for found in read_feed_entries(data, file.name, access))
    elif collection is not None:
        yield from _in_collection(file, collection, options, settings)
    else:
        reader = reader_for(suffix) or TEXT
        read = read_bytes(reader, _data(file, reader), file.name)
        check_paragraphs(read.text)
        name = "standard input" if file.name == STDIN else file.path.stem
        yield _document(file.name, read, merge(options, settings.options_for(file), read.metadata), name)


def _in_collection(
    file: FoundFile, collection: Collection, options: SourceOptions, settings: _Settings
) -> Iterator[Document | Refusal]:
    seen: set[str] = set()
    with _opened(file) as stream:
        for member in collection.members(stream, file.name):
            if member.suffix and reader_for(member.suffix) is None:
                continue  # pictures and other files that are no documents
            part = _unused(member.part, seen)
            path = f"{file.name}{PART_MARK}{part}"
            try:
                read = _member_text(member, path)
            except ReadError as error:
                yield Refusal(path, error.problem, error.next_step)
                continue
            said = (settings.options_for(file, PART_MARK + part), settings.options_for(file))
            known = merge(options, *said, read.metadata, member.metadata)
            yield _document(path, read, known, PurePosixPath(part).stem if member.suffix else file.path.stem)
    if not seen:
        raise ReadError("There are no documents in it.", "Give a file that holds articles.")


def _unused(part: str, seen: set[str]) -> str:
    """The name of a part, numbered if another part has it already."""
    name, number = part, 1
    while name in seen:
        number += 1
        name = f"{part} ({number})"
    seen.add(name)
    return name


def _member_text(member: Member, path: str) -> ReadText:
    if isinstance(member.content, ReadError):
        raise member.content
    read = member.content
    if not isinstance(read, ReadText):
        read = read_bytes(reader_for(member.suffix) or TEXT, read, path)
    check_paragraphs(read.text)
    return read


def _web_document(found: WebDocument, options: SourceOptions) -> Document | Refusal:
    try:
        if isinstance(found.content, ReadError):
            raise found.content
        check_paragraphs(found.content.text)
    except ReadError as error:
        return Refusal(found.url, error.problem, error.next_step)
    known = merge(options, found.content.metadata)
    return _document(found.url, found.content, known, urlsplit(found.url).hostname or "", found.original)


def _document(
    path: str, read: ReadText, known: SourceOptions, name: str, original: Original | None = None
) -> Document:
    digest = hashlib.sha256(read.text.encode("utf-8")).hexdigest()
    return Document(path, read.text, digest, source_info(known, default_name=name), read.places, original)


def _data(file: FoundFile, reader: Reader) -> bytes:
    """The bytes of a file, at most what its reader takes."""
    with _opened(file) as stream:
        data = stream.read(reader.max_bytes + 1)
    if len(data) > reader.max_bytes:
        raise too_large(reader.max_bytes)
    return data


def _opened(file: FoundFile) -> AbstractContextManager[BinaryIO]:
    if file.name == STDIN:
        return nullcontext(sys.stdin.buffer)
    try:
        if not file.path.is_file():
            raise ReadError("It is not a regular file.", "Pipe it in: claimkb ingest - < FILE")
        return file.path.open("rb")
    except OSError as error:
        raise ReadError(f"It cannot be read ({error.strerror}).", "Check its permissions.") from error
