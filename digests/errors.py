"""What can go wrong in the core.

DigestError
├── BadQueryError    a query cannot be read
└── WeightsError     a file holds no tagger
"""


class DigestError(Exception):
    """The root of the core's errors; `str(error)` can be shown to a reader."""


class BadQueryError(DigestError):
    """A query has a part that cannot be read; the message says which and how to write it."""


class WeightsError(DigestError):
    """A file given as the tagger's weights is none; the message says what is wrong with it."""
