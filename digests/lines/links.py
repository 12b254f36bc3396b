"""The address at which a passage opens, and whether an address may be opened."""

from __future__ import annotations

from urllib.parse import SplitResult, quote, urlsplit


def open_address(url: str | None) -> SplitResult | None:
    """The parts of an http or https address that leads where it seems to, its host in ASCII; else None.

    User information before a host makes another host look like the one that is opened.
    """
    try:
        parts = urlsplit((url or "").strip())
        if parts.scheme not in {"http", "https"} or not parts.hostname or set(parts.netloc) & set("@[]"):
            return None
        port = f":{parts.port}" if parts.port else ""
        return parts._replace(netloc=parts.hostname.encode("idna").decode("ascii") + port)
    except ValueError:  # also what cannot be encoded
        return None


def passage_url(url: str | None, exact: str) -> str | None:
    """An article's address that opens at a passage (a text fragment, `#:~:text=first words,last words`)."""
    if not url:
        return None
    first_line = exact.strip().splitlines()[0] if exact.strip() else ""
    words = first_line.split()
    parts = [" ".join(words)] if len(words) <= 8 else [" ".join(words[:4]), " ".join(words[-4:])]
    fragment = ",".join(quote(part.strip("“”\"'‘’,;"), safe="").replace("-", "%2D") for part in parts)
    return f"{url.split('#')[0]}#:~:text={fragment}"
