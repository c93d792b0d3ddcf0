"""What holds a file open and is closed as a context manager."""

from types import TracebackType
from typing import Self


class Closing:
    """A base of what is closed when a `with` block ends, however it ends."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        raise NotImplementedError
