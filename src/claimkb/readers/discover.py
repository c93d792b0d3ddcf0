"""From the arguments of ingest to the files to read, in a stable order, each once.

Folders are walked in sorted order. Hidden files and this program's own TOML
files are passed over, a README too where `sources.toml` shows that the folder
is a corpus; a link that leads outside the folder is not followed. What looks
like a document but cannot be read becomes a `Refusal`; anything else in a
folder (images, data) is none of our business.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimkb.model import Refusal
from claimkb.readers import sources_file, themes_file

STDIN = "-"
_OWN_FILES = frozenset({sources_file.FILE_NAME, themes_file.FILE_NAME, "aliases.toml"})
_DOCUMENT_SUFFIXES = frozenset(
    {
        ".doc",
        ".docx",
        ".epub",
        ".htm",
        ".html",
        ".mht",
        ".mhtml",
        ".odt",
        ".pages",
        ".pdf",
        ".rtf",
    }
)


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file to read: where it is, its name, and the folder argument it was found under (None if named)."""

    path: Path
    name: str
    root: Path | None


def discover(paths: Sequence[str], suffixes: frozenset[str]) -> Iterator[FoundFile | Refusal]:
    """The files behind the arguments, and a refusal for each argument that leads to none."""
    seen: set[Path] = set()
    for argument in paths:
        for found in _behind(argument, suffixes):
            if isinstance(found, FoundFile):
                real = found.path.resolve()
                if real in seen:
                    continue
                seen.add(real)
            yield found


def can_read(suffixes: Iterable[str]) -> str:
    """The next step of a refused type: what can be read."""
    return f"claimkb reads {', '.join(sorted(suffixes))} and - (standard input); save it as one of these."


def _behind(argument: str, suffixes: frozenset[str]) -> Iterator[FoundFile | Refusal]:
    path = Path(argument)
    if argument == STDIN:
        yield FoundFile(path, STDIN, None)
    elif argument.lower().startswith(("http://", "https://")):
        yield Refusal(argument, "Web addresses cannot be read yet.", "Save the page's text as a .txt file.")
    elif path.is_dir():
        yield from _in_folder(path, suffixes)
    elif not path.exists():
        yield Refusal(argument, "There is no such file or folder.", "Check the path.")
    elif path.suffix.lower() not in suffixes:
        kind = f"Files of type {path.suffix}" if path.suffix else "Files without an ending"
        yield Refusal(display_name(path), f"{kind} cannot be read.", can_read(suffixes))
    else:
        yield FoundFile(path, display_name(path), None)


def _in_folder(folder: Path, suffixes: frozenset[str]) -> Iterator[FoundFile | Refusal]:
    empty = True
    for path in _walk(folder):
        suffix = path.suffix.lower()
        if suffix in suffixes:
            yield FoundFile(path, display_name(path), folder)
        elif suffix in _DOCUMENT_SUFFIXES:
            yield Refusal(display_name(path), f"Files of type {suffix} cannot be read.", can_read(suffixes))
        else:
            continue
        empty = False
    if empty:
        yield Refusal(display_name(folder), "The folder holds no documents.", can_read(suffixes))


def _walk(folder: Path) -> Iterator[Path]:
    """Every file below the folder that may be a document; links to folders are not followed (no cycles)."""
    inside = folder.resolve()
    for directory, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        corpus = sources_file.FILE_NAME in names
        for name in sorted(names):
            path = Path(directory) / name
            if not _passed_over(name, corpus=corpus) and path.resolve().is_relative_to(inside):
                yield path


def _passed_over(name: str, *, corpus: bool) -> bool:
    readme = corpus and name.partition(".")[0].lower() == "readme"
    return name.startswith(".") or name in _OWN_FILES or readme


def display_name(path: Path) -> str:
    """The path as documents carry it: as given, POSIX, relative where it lies below the working folder."""
    if path.is_absolute() and path.is_relative_to(Path.cwd()):
        path = path.relative_to(Path.cwd())
    return path.as_posix()
