"""What can go wrong in the core.

DigestError
├── UnknownSubjectError   a query names nothing we hold claims on
└── BadQueryError         a query cannot be read
"""


class DigestError(Exception):
    """The root of the core's errors; `str(error)` can be shown to a reader."""


class UnknownSubjectError(DigestError):
    """Nothing by that name has claims."""

    def __init__(self, name: str, nearest: tuple[str, ...] = ()) -> None:
        self.name = name
        self.nearest = nearest
        hint = f" Nearest: {', '.join(nearest)}." if nearest else ""
        super().__init__(f"No claims about “{name}”.{hint}")


class BadQueryError(DigestError):
    """A query has a part that cannot be read; the message says which and how to write it."""
