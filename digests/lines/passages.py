"""The words of a claim as its article gives them, in one string that a line is cut from and checked against."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import Final
from urllib.parse import quote

from digests.models import Article, Claim, Span
from digests.speakers.descriptions import BODY_NOUNS
from digests.text.quotations import quotations

#: A quotation, marks included; the group makes `split` keep it.
QUOTED = re.compile(r"(“[^”]*”)")

_MARKS = "“”\"„‟«»‘’'"
_CLOSED_ODDLY = re.compile(r"“([^“”]{1,200})“(?=[\s.,;:!?)]|$)")  #: “Mostly False.“
_INNER = str.maketrans({"“": "‘", "”": "’", '"': "'", "„": "‚"})
_PLURAL = re.compile(r"\b(?:police|people|percent|(?-i:staff)|\w{2,}[^s\W]s)\b", re.IGNORECASE)
_COUNTED = re.compile(
    r"(?:\w+ )?(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|some|most|many|half|all|both)\b", re.IGNORECASE
)
_ONE = re.compile(r"(?:an?|one|another|the)\s", re.IGNORECASE)
DOCUMENTS: Final = frozenset(
    "poll polls survey surveys study studies report reports review reviews research analysis assessment audit record "
    "records document documents data figures statistics statement letter email emails memo complaint lawsuit filing "
    "filings indictment ruling brief testimony transcript article editorial column story book website site post tweet "
    "ad advertisement video clip footage recording photo photos image images map chart slide database list math line "
    "census index estimate estimates projection forecast law bill order contract agreement constitution".split()
)
_JOINED = re.compile(r"\w,? and (?:the |his |her |its |their )?(?:\w+\. )?[A-Z]")
_BODY = re.compile(r"\b(?:of|for|on) .*\band\b|\b(?:Department|Ministry|Board|Bureau|Agency|Commission)\b|&")
_ONE_PERSON = re.compile(
    r"\b(?:nominee|candidate|president|premier|chancellor|governor|minister|secretary|senator|representative|lawmaker|"
    r"mayor|ambassador|envoy|spokes(?:man|woman|person)|chair(?:man|woman)?|director|chief|head|commander|general|"
    r"colonel|officer|official|soldier|prosecutor|lawyer|attorney|judge|witness|aide|adviser|advisor|doctor|professor|"
    r"author|reporter|journalist|editor|business(?:man|woman)|executive|founder|leader|king|queen|prince|princess|pope|"
    r"man|woman|mother|father|resident|survivor|source)$",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|am|has|have|had|do|does|did|will|would|can|could|may|might|must|shall|should|to|let|"
    r"went|came|made|took|got|won|lost|fell|rose|left|kept|gave|grew|held|led|met|put|ran|saw|said|sent|shot|spent|began|"
    r"became|broke|brought|built|hit|\w+ed|\w+en|\w+ing)\b|[’'](?:s|re|ve|ll|m|d)\b|n[’']t\b"
    r"|\b\w+s\s(?=\w)",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.!?:]\W*$")
#: What goes on after a comma: another clause or a comparison, not the verb whose subject the speaker was put behind.
_CLAUSE_GOES_ON = re.compile(
    r"(?:and|but|or|nor|so|yet|as|because|since|although|though|while|when|where|which|who|whose|if|unless|after|before|"
    r"until|despite|including|more|less|than|twice|compared|up|down|from|\w+ing)\b",
    re.IGNORECASE,
)
_DESCRIBED = frozenset({"none", "local", "unresolved"})
_BETWEEN = re.compile(r"[\s,]*(?:(?:that|on \w+|\w+day)\b[\s,]*)*", re.IGNORECASE)

_quotations = functools.lru_cache(maxsize=64)(quotations)  # all claims of an article ask for the same


def content_of(claim: Claim, text: str) -> str:
    """A claim's content, its fragments joined, quotations in “ ” whatever marks the article uses.

    Formatting characters and line breaks go; marks inside a quotation become single ones. Where the speaker was
    named between two sentences or two quotations stands “…”, and between two clauses the comma that was there.
    """
    quoted = _quotations(text)
    whole, at = "", 0
    for start, end in claim.attribution.content:
        part = _fragment(text, (start, end), quoted)
        if part:
            whole += _joiner(whole, text[at:start], part, direct=claim.mode == "direct") + part if whole else part
            at = end
    return whole


def has_verb(words: str) -> bool:
    """Whether words hold what may be a verb."""
    return bool(_VERB.search(words))


def _joiner(before: str, between: str, after: str, *, direct: bool) -> str:
    """What stands between two parts of a content in the place of the speaker and the cue."""
    sentence = after[:2].lstrip("“")[:1].isupper() and bool(_STOP.search(between) or after.startswith("“"))
    if direct or sentence:
        return " … "
    clause = "," in (between.strip()[:1], between.strip()[-1:]) and _CLAUSE_GOES_ON.match(after)
    return ", " if clause and has_verb(before) else " "


def outside_quotations(body: str, change: Callable[[str], str]) -> str:
    """Apply a change to the parts of a body that stand outside quotation marks."""
    parts = QUOTED.split(body)
    return "".join(part if i % 2 else change(part) for i, part in enumerate(parts))


def printable(text: str) -> str:
    """Text on one line, with single spaces and no control or formatting characters."""
    if not text.isprintable():
        text = "".join(c for c in text if c.isspace() or unicodedata.category(c) not in {"Cc", "Cf"})
    return " ".join(text.split())


def passage_url(url: str | None, exact: str) -> str | None:
    """An article's address that opens at a passage (a text fragment, `#:~:text=first words,last words`)."""
    if not url:
        return None
    first_line = exact.strip().splitlines()[0] if exact.strip() else ""
    words = first_line.split()
    parts = [" ".join(words)] if len(words) <= 8 else [" ".join(words[:4]), " ".join(words[-4:])]
    fragment = ",".join(quote(part.strip("“”\"'‘’,;"), safe="").replace("-", "%2D") for part in parts)
    return f"{url.split('#')[0]}#:~:text={fragment}"


def speaks_of_itself(claim: Claim, text: str) -> bool:
    """Whether a leading “it” surely means the claimant: a body, named right before the verb that the words follow."""
    attribution = claim.attribution
    if not attribution.source or not attribution.cue or claim.kind == "denial" or is_person(claim) or is_plural(claim):
        return False
    if claim.claimant.role in {"analyst", "outlet", "unnamed"} or claim.claimant.resolved_by == "none":
        return False
    (_, source), (cue, said), (begins, _) = attribution.source[-1], attribution.cue[-1], attribution.content[0]
    if not source <= cue < said <= begins:
        return False
    return not text[source:cue].strip() and bool(_BETWEEN.fullmatch(text[said:begins]))


def is_person(claim: Claim) -> bool:
    """Whether a claimant is a person, by what we know of them or by the word that describes them."""
    if (claim.claimant.actor_id or "").startswith("person:"):
        return True
    return claim.claimant.resolved_by in _DESCRIBED and bool(_ONE_PERSON.search(_described(claim)))


def is_someone(claim: Claim) -> bool:
    """Whether a claimant is one person whom the text only describes: “a waiter”, “the lifelong Republican who …”."""
    if is_person(claim) or is_plural(claim) or not _ONE.match(claim.claimant.name):
        return False
    words = {word.lower() for word in re.findall(r"\w+", _described(claim))}
    return not words & (BODY_NOUNS | DOCUMENTS)


def is_document(claim: Claim) -> bool:
    """Whether a claimant is no person but a paper, a poll or a picture."""
    return any(word in DOCUMENTS for word in re.findall(r"\w+", _described(claim).lower()))


def is_plural(claim: Claim) -> bool:
    """Whether a claimant is several: “officials”, “police”, “two of three voters”."""
    if claim.claimant.resolved_by not in _DESCRIBED:
        return False
    name = claim.claimant.name if _COUNTED.match(claim.claimant.name) else _described(claim)
    if _JOINED.search(claim.claimant.name) and not _BODY.search(claim.claimant.name):
        return True
    return bool(_PLURAL.search(name.rsplit(" ", 1)[-1]))


def _described(claim: Claim) -> str:
    """A claimant's name up to the word that says what they are: “the mayor” of “the mayor of Ardova”."""
    return re.split(r"\s(?:of|in|for|from|with|at|who|on)\s|,", claim.claimant.name, maxsplit=1)[0].strip()


def place_names(claim: Claim, article: Article) -> tuple[str, ...]:
    """The names of places as a claim's passage writes them."""
    return tuple(sorted({article.body[mention.start : mention.end] for mention in claim.places}))


def _fragment(text: str, fragment: Span, quoted: Sequence[Span]) -> str:
    """One fragment; where it is (part of) one quotation, in quotation marks as a whole."""
    start, end = fragment
    if text[start] == "”" and text[end - 1] in '”"':
        return _quotation(text[start + 1 : end])  # opened with the mark that closes
    if any(q[0] <= start and end <= q[1] + 1 and start < q[1] for q in quoted):
        holding = next(q for q in quoted if q[0] <= start and end <= q[1] + 1 and start < q[1])
        return _quotation(text[max(start, holding[0] + 1) : min(end, holding[1])])
    parts, at = [], start
    for opens, closes in quoted:
        if (text[opens] in '“"' or text.startswith("''", opens)) and at <= opens < end:
            parts += [text[at:opens], _quotation(text[opens + 1 : min(closes, end)])]
            at = min(closes, end)
    whole = printable("".join([*parts, text[at:end]])).strip(",;: ")
    whole = _CLOSED_ODDLY.sub(r"“\1”", whole)
    return whole.rstrip(".") if not whole.endswith("...") else whole


def _quotation(spoken: str) -> str:
    words = printable(spoken).strip(_MARKS + " ").translate(_INNER).rstrip(",; ")
    return f"“{words.rstrip('.') if words[:1].islower() else words}”" if words else ""
