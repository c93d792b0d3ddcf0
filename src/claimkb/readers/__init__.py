"""Sources to documents: what ingest is given becomes canonical text with provenance.

`read_inputs` is the way in. A format is one `Reader` in `READERS`; metadata
comes from options, `sources.toml` and front matter, themes from `themes.toml`.
What needs a library runs in a process with limits (`confine.py`), what comes
from the network passes `addresses.py` and `fetch.py`.
"""

from claimkb.readers.base import Reader, ReadText
from claimkb.readers.decode import MAX_BYTES
from claimkb.readers.fetch import Access
from claimkb.readers.formats import READERS
from claimkb.readers.inputs import read_inputs
from claimkb.readers.options import SourceOptions
from claimkb.readers.themes_file import themes_for

__all__ = [
    "MAX_BYTES",
    "READERS",
    "Access",
    "ReadText",
    "Reader",
    "SourceOptions",
    "read_inputs",
    "themes_for",
]
