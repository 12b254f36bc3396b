"""The address at which a passage opens."""

from __future__ import annotations

from urllib.parse import quote


def passage_url(url: str | None, exact: str) -> str | None:
    """An article's address that opens at a passage (a text fragment, `#:~:text=first words,last words`)."""
    if not url:
        return None
    first_line = exact.strip().splitlines()[0] if exact.strip() else ""
    words = first_line.split()
    parts = [" ".join(words)] if len(words) <= 8 else [" ".join(words[:4]), " ".join(words[-4:])]
    fragment = ",".join(quote(part.strip("“”\"'‘’,;"), safe="").replace("-", "%2D") for part in parts)
    return f"{url.split('#')[0]}#:~:text={fragment}"
