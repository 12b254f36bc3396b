"""The words of a line outside its quotations, each at its place."""

from __future__ import annotations

import re

_QUOTED = re.compile(r"“[^”]*”?|‘[^‘’]*’(?!\w)")


def unquoted(body: str) -> str:
    """A body with blanks in the place of what it quotes."""
    return _QUOTED.sub(lambda quotation: "“".ljust(len(quotation[0]) - 1) + "”", body)
