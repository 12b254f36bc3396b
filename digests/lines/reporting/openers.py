"""Whether what stands before a source leaves what it says told as a fact."""

from __future__ import annotations

import re

from digests.lexicon import Lexicon
from digests.lines.reporting.patterns import WORD, checks, openers

_COMMA_LAST = re.compile(r"[,?!][”\"']*\s*$")
_VERB_LAST = re.compile(r"[,?!][”\"']*\s+(\w+)\s+$")


def relates(source: str, lexicon: Lexicon) -> bool:
    """Whether a source is a pronoun behind the one who speaks: “Reker, who said”."""
    return source.lower() in lexicon.reporting.subject_relatives | lexicon.grammar.personal_relatives


def opens(before: str, lexicon: Lexicon, *, relative: bool, behind: tuple[str, str]) -> bool:
    """Whether words before a source are plain: time, place, adverbs, a clause with its conjunction.

    `relative` says that the source is a pronoun, `behind` is what follows it up to its cue, and up to the cue's end.
    """
    if not before or (relative and before.rstrip().endswith(",") and not checks(lexicon).undone.search(before)):
        return True
    todo, seen = [0], set[int]()
    while todo:
        at = todo.pop()
        if at >= len(before):
            return True
        if at not in seen:
            seen.add(at)
            todo += _steps(before, at, lexicon)
    return _interrupts(before, behind, lexicon)


def _steps(before: str, at: int, lexicon: Lexicon) -> list[int]:
    """Where each part that may stand at a place ends, unless it makes unreal what follows."""
    patterns, no = openers(lexicon), checks(lexicon)
    plain = (pattern.match(before, at) for pattern in patterns.plain)
    ends = [found.end() for found in plain if found and found.end() > at and not no.negative.search(found.group())]
    reason = patterns.before_reason.match(before, at)
    if reason and not (no.negative.search(reason.group()) or no.unproven.search(reason.group())):
        ends += [reason.end()] if not _is_conditional(reason.group(), lexicon) else []
    others = (patterns.fronted, patterns.before_joint, patterns.concession, patterns.before_colon)
    longer = (pattern.match(before, at) for pattern in others)
    return ends + [found.end() for found in longer if found and not _is_conditional(found.group(), lexicon)]


def _is_conditional(words: str, lexicon: Lexicon) -> bool:
    patterns = openers(lexicon)
    return bool(patterns.conditional.search(words)) and not patterns.asked.match(words)


def _interrupts(before: str, behind: tuple[str, str], lexicon: Lexicon) -> bool:
    """Whether source and cue stand behind other words of the speaker's: “…, he said, adding that …”."""
    plain = lexicon.reporting.plain.finite
    verb = WORD.search(behind[1])
    if behind[0].strip() and verb and verb.group().lower() in plain:
        return bool(_COMMA_LAST.search(before))
    turned = _VERB_LAST.search(before)
    return turned is not None and turned[1].lower() in plain
