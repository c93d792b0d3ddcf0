"""From the arguments of ingest to the files to read, in a stable order, each once.

Folders are walked in sorted order. Hidden files and this program's own TOML
files are passed over, a README too where `sources.toml` shows that the folder
is a corpus; a link that leads outside the folder is not followed. What looks
like a document but cannot be read becomes a `Refusal`; anything else in a
folder (images, data) is none of our business, nor is the folder of pictures
and frames that a browser saves beside a page.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimkb.model import Refusal
from claimkb.readers import sources_file, themes_file
from claimkb.readers.formats import collection_for
from claimkb.readers.media import suffix_of
from claimkb.readers.web import is_web_address

STDIN = "-"
OWN_FILES = frozenset({sources_file.FILE_NAME, themes_file.FILE_NAME, "aliases.toml"})
_DOCUMENT_SUFFIXES = frozenset({".doc", ".odt", ".pages", ".rtf"})
_PAGE_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
# What browsers call the folder beside a saved page, after the page's own name.
_SAVED_BESIDE = ("_files", "-files", ".files", "_dateien", "-dateien", "_fichiers", "_archivos", "_bestanden")
_HEAD = 65_536  # bytes that tell whether a table or feed in a folder holds articles


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file to read: where it is, its name, and the folder argument it was found under (None if named)."""

    path: Path
    name: str
    root: Path | None


@dataclass(frozen=True, slots=True)
class FoundAddress:
    """A web address to fetch."""

    url: str


Found = FoundFile | FoundAddress | Refusal


def discover(paths: Sequence[str], suffixes: frozenset[str], *, any_file: bool = False) -> Iterator[Found]:
    """The files and addresses behind the arguments, each once, and a refusal for each that leads to none.

    With `any_file` a file that is named itself may have any ending.
    """
    seen: set[Path | str] = set()
    for argument in paths:
        for found in _behind(argument, suffixes, any_file):
            if not isinstance(found, Refusal):
                real = found.path.resolve() if isinstance(found, FoundFile) else found.url
                if real in seen:
                    continue
                seen.add(real)
            yield found


def can_read(suffixes: Iterable[str]) -> str:
    """The next step of a refused type: what can be read."""
    return f"claimkb reads {', '.join(sorted(suffixes))} and - (standard input); save it as one of these."


def _behind(argument: str, suffixes: frozenset[str], any_file: bool) -> Iterator[Found]:
    path = Path(argument)
    if argument == STDIN:
        yield FoundFile(path, STDIN, None)
    elif is_web_address(argument):
        yield FoundAddress(argument)
    elif "\0" in argument:
        yield Refusal(argument, "There is no such file or folder.", "Check the path.")
    elif path.is_dir():
        yield from _in_folder(path, suffixes)
    elif "://" in argument and not path.exists():
        yield Refusal(argument, "Only http and https addresses are fetched.", "Check the address.")
    elif not path.exists():
        yield Refusal(argument, "There is no such file or folder.", "Check the path.")
    elif suffix_of(path.name) not in suffixes and not any_file:
        kind = f"Files of type {path.suffix}" if path.suffix else "Files without an ending"
        yield Refusal(display_name(path), f"{kind} cannot be read.", can_read(suffixes))
    else:
        yield FoundFile(path, display_name(path), None)


def _in_folder(folder: Path, suffixes: frozenset[str]) -> Iterator[FoundFile | Refusal]:
    empty = True
    for path in _walk(folder):
        suffix = suffix_of(path.name)
        if suffix in suffixes:
            if not _holds_articles(path, suffix):
                continue
            yield FoundFile(path, display_name(path), folder)
        elif suffix in _DOCUMENT_SUFFIXES:
            yield Refusal(display_name(path), f"Files of type {suffix} cannot be read.", can_read(suffixes))
        else:
            continue
        empty = False
    if empty:
        yield Refusal(display_name(folder), "The folder holds no documents.", can_read(suffixes))


def _holds_articles(path: Path, suffix: str) -> bool:
    """Whether a file of an ending that says little is one of ours; one that cannot be opened will be refused."""
    collection = collection_for(suffix)
    if collection is None or collection.recognises is None:
        return True
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return collection.recognises(file.read(_HEAD))
    except OSError:
        return True


def _walk(folder: Path) -> Iterator[Path]:
    """Every file below the folder that may be a document; links to folders are not followed (no cycles)."""
    inside = folder.resolve()
    for directory, folders, names in os.walk(folder):
        saved = _saved_beside(names)
        folders[:] = sorted(name for name in folders if not (name.startswith(".") or name.lower() in saved))
        corpus = sources_file.FILE_NAME in names
        for name in sorted(names):
            path = Path(directory) / name
            if not _passed_over(name, corpus=corpus) and path.resolve().is_relative_to(inside):
                yield path


def _saved_beside(names: Iterable[str]) -> frozenset[str]:
    """The folders that belong to saved pages of these names."""
    stems = {Path(name).stem.lower() for name in names if suffix_of(name) in _PAGE_SUFFIXES}
    return frozenset(stem + ending for stem in stems for ending in _SAVED_BESIDE)


def _passed_over(name: str, *, corpus: bool) -> bool:
    readme = corpus and name.partition(".")[0].lower() == "readme"
    return name.startswith(".") or name in OWN_FILES or readme


def display_name(path: Path) -> str:
    """The path as documents carry it: as given, POSIX, relative where it lies below the working folder."""
    if path.is_absolute() and path.is_relative_to(Path.cwd()):
        path = path.relative_to(Path.cwd())
    return path.as_posix()
