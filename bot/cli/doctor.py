"""`dateline doctor`."""


def doctor() -> None:
    """Look whether everything is as it must be."""
