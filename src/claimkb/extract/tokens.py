"""A parsed line as plain tokens: what names are looked for in.

Reading an attribute of spaCy's tokens costs a call into its C structures and
a look-up of a string, some hundred nanoseconds each time; the rules read them
dozens of times. So a line is copied once, and everything reads the copy.
"""

from dataclasses import dataclass, field


@dataclass(slots=True, eq=False)
class Token:
    """One token, white space included; `start` is its offset in the line, `head` the index of its head.

    `space` tells whether a blank follows it, `opens` whether a sentence starts with it.
    """

    i: int
    text: str
    tag: str
    dep: str
    head: int
    start: int
    space: bool
    opens: bool
    line: "Line" = field(repr=False)

    @property
    def end(self) -> int:
        """The offset after the last character."""
        return self.start + len(self.text)

    @property
    def is_blank(self) -> bool:
        """Whether it is white space that the tokenizer kept as a token."""
        return self.text.isspace()

    def neighbour(self, distance: int) -> "Token":
        """The token so many places further on, or back."""
        return self.line.tokens[self.i + distance]


@dataclass(slots=True, eq=False)
class Line:
    """The text that was parsed and its tokens."""

    text: str = ""
    tokens: list[Token] = field(default_factory=list, repr=False)

    def sentences(self) -> list[list[Token]]:
        """The tokens sentence by sentence, those of white space left out; no sentence is empty."""
        found: list[list[Token]] = []
        for token in self.tokens:
            if token.opens or token.i == 0:
                found.append([])
            if not token.text.isspace():
                found[-1].append(token)
        return [sentence for sentence in found if sentence]
