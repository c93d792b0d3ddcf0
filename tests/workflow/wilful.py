"""An extractor for worker processes that does what a text tells it: dies, breaks, or waits for ever."""

import os
import signal
import sys
from collections.abc import Sequence

from claimkb.errors import ConfigError
from claimkb.model import Document, Extraction, Theme
from support import PlainExtractor


class WilfulExtractor(PlainExtractor):
    """The plain extractor, unless a text holds KILL, BREAK or WAIT."""

    def extract(self, document: Document, themes: Sequence[Theme]) -> Extraction:
        """The lines of a document as claims, or what it says instead."""
        if "KILL" in document.text:
            os.kill(os.getpid(), signal.SIGKILL)
        if "BREAK" in document.text:
            raise ValueError("it broke")
        if "WAIT" in document.text:
            sys.stdout.write("waiting\n")
            sys.stdout.flush()
            while True:
                signal.pause()
        return super().extract(document, themes)


def no_extractor() -> WilfulExtractor:
    """What a missing model does."""
    raise ConfigError("The parser model 'x' cannot be loaded.", "Install it.")
