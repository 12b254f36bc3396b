"""Where the words of a report begin behind its dateline: “LARN, Feb. 3 (Sample Wire) — ”."""

from __future__ import annotations

import re

from digests.text.name_words import UPPER

_TOWN = rf"{UPPER}(?:{UPPER}|[ .,/’'-])+(?:,? {UPPER}[a-z]+\.?)*\s*"
_BARE_DAY = rf",?\s*(?:{UPPER}[a-z]{{2,8}}\.?\s+\d{{1,2}}|\d{{1,2}}\s+{UPPER}[a-z]{{2,8}}\.?)\s*"
_DAY = rf"(?:{_BARE_DAY}|\s*\({_BARE_DAY}\)\s*)"
_AGENCY = r"\([\w ]+\)\s*"
_ASIDE_ENDS = r"[^—–\n]*\w[—–]\w"  #: then the dash before it begins an aside: “NATO—Larn’s ally—said”

_DATELINE = re.compile(
    rf"(?:{_TOWN}(?:{_DAY})?|{_DAY}(?=\())?(?:{_AGENCY})?[–—-]+\s+"
    rf"|{_TOWN}(?:{_DAY})?(?:{_AGENCY})?[–—](?=[\d“\"]|{UPPER})(?!{_ASIDE_ENDS})"
    rf"|(?:{UPPER}[\w.,’'/ -]{{0,60}})?\({UPPER}[\w ]{{1,20}}\)(?:\s*[–—]\s*|\s+(?:-+\s+)?)(?=[\d“\"]|{UPPER})"
)
_CAPITALS = rf"{UPPER}{{3,}}(?:[ -]{UPPER}{{2,}})*(?:, {UPPER}[a-z]+\.?)?"
#: “HOLM, Mich/BELSK Governor …”, where a text begins with it
_TOWNS = re.compile(rf"(?=(?:\S|, )*{UPPER}{{5}}){_CAPITALS}(?:/{_CAPITALS})+\s+(?={UPPER}[a-z])")
#: “Larn - Seven men …”, “Wexby, Feb 3 - The port …”, where a text begins with it
_TITLE_CASE = re.compile(rf"{UPPER}[\w’'.]+(?:[ /-]{UPPER}[\w’'.]+){{0,2}}(?:{_DAY})?\s?-\s+(?=[\d“\"‘]|{UPPER})")
_LABEL = re.compile(rf"{_TOWN}(?<! ):\s+(?=[\d“\"‘]|{UPPER})")  #: “LARN: ”, a dateline where a text begins with it
_AT_TEXT_START = (_LABEL, _TOWNS, _TITLE_CASE)


def behind_dateline(text: str, start: int, end: int) -> int:
    """Where what stands in a part of a text goes on behind a dateline; its start where there is none."""
    dateline = _DATELINE.match(text, start, end)
    if dateline is None and not start:
        dateline = next(filter(None, (pattern.match(text, start, end) for pattern in _AT_TEXT_START)), None)
    return dateline.end() if dateline else start
