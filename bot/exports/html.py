"""A digest as one web page that needs nothing else: no script, no font, no picture."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from bot.exports.links import web_address
from digests.models import Digest, DigestItem
from digests.text.printable import printable

_STYLE = (
    "body{margin:0 auto;max-width:42rem;padding:1rem;font:1.0625rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}"
    "h1{font-size:1.4rem;line-height:1.25}h2{font-size:1.05rem}ul{padding-left:1.1rem}li{margin:.6rem 0}"
    ".flag{border:1px solid;border-radius:.6rem;padding:0 .45rem;font-size:.8rem;white-space:nowrap}"
    ".note,footer,cite,.when{opacity:.75;font-style:normal}footer,cite{font-size:.875rem}"
)
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def as_html(digest: Digest) -> str:
    """The whole page; readable on a phone, in the dark, and without colours."""
    return "\n".join(_page(digest)) + "\n"


def _page(digest: Digest) -> Iterator[str]:
    title = _text(digest.title)
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">'
    yield f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>"
    if digest.subtitle:
        yield f'<p class="note">{_text(digest.subtitle)}</p>'
    for section in digest.printed_sections:
        if section.title:
            yield f"<h2>{_text(section.title)}</h2>"
        yield "\n".join(["<ul>", *(_item(item) for item in section.items), "</ul>"])
    if digest.notice:
        yield f"<p>{_text(digest.notice)}</p>"
    yield "</main>"
    yield from (f"<footer>{_text(line)}</footer>" for line in digest.footer)
    yield "</body>\n</html>"


def _item(item: DigestItem) -> str:
    date = f' <span class="when">({_text(item.when)})</span>' if item.when else ""
    flags = "".join(f' <span class="flag">{_text(flag)}</span>' for flag in item.flags)
    url, source = web_address(item.url), _text(item.link_text)
    link = f'<a href="{escape(url)}" rel="noopener nofollow">{source}</a>' if url else source
    cite = f"<cite>{link}{_text(item.quoted_headline)}</cite>"
    strikethrough = f"<s>{_text(item.was)}</s> " if item.was else ""
    statement = f"<strong>{_text(item.head)}</strong> {strikethrough}{_text(item.body)}"
    return f'<li id="claim-{_text(item.claim_id)}" dir="auto">{statement}{date}{flags} {cite}</li>'


def _text(text: str) -> str:
    return escape(printable(text))
