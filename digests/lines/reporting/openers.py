"""Whether what stands before a source leaves what it says told as a fact."""

from __future__ import annotations

import re

from digests.lexicon import Lexicon
from digests.lines.reporting.clauses import states
from digests.lines.reporting.narrator.scenes import is_of_stage
from digests.lines.reporting.patterns import WORD, checks, openers

_COMMA_LAST = re.compile(r"[,?!][”\"']*\s*$")
_VERB_LAST = re.compile(r"[,?!][”\"']*\s+(\w+)\s+$")


def relates(source: str, lexicon: Lexicon) -> bool:
    """Whether a source is a pronoun behind the one who speaks: “Reker, who said”."""
    return source.lower() in lexicon.reporting.subject_relatives | lexicon.grammar.personal_relatives


def opens(head: str, lexicon: Lexicon, *, relative: bool, tail: tuple[str, str]) -> bool:
    """Whether words before a source are plain: time, place, adverbs, a clause with its conjunction.

    `relative` says that the source is a pronoun, `tail` is what follows it up to its cue, and up to the cue's end.
    """
    if not head or (relative and head.rstrip().endswith(",") and not checks(lexicon).undone.search(head)):
        return True
    todo, visited = [0], set[int]()
    while todo:
        index = todo.pop()
        if index >= len(head):
            return True
        if index not in visited:
            visited.add(index)
            todo += _steps(head, index, lexicon)
    return _interrupts(head, tail, lexicon)


def _steps(head: str, index: int, lexicon: Lexicon) -> list[int]:
    """Where each part that may stand at a place ends, unless it makes unreal what follows."""
    patterns, no = openers(lexicon), checks(lexicon)
    plain = (pattern.match(head, index) for pattern in patterns.plain)
    ends = [match.end() for match in plain if match and match.end() > index and not no.negative.search(match.group())]
    reason = patterns.before_reason.match(head, index)
    if reason and not (no.negative.search(reason.group()) or no.unproven.search(reason.group())):
        ends += [reason.end()] if not _is_conditional(reason.group(), lexicon) else []
    if _is_joined(head[index:], lexicon):
        ends.append(len(head))
    others = (patterns.fronted, patterns.before_joint, patterns.concession, patterns.before_colon)
    longer = (pattern.match(head, index) for pattern in others)
    plain_ones = [match for match in longer if match and not _is_conditional(match.group(), lexicon)]
    return ends + [match.end() for match in plain_ones if not _is_staged(match.group(), lexicon)]


def _is_joined(head: str, lexicon: Lexicon) -> bool:
    """Whether a clause that has no say in what follows stands before “and” or “but”: “The bridge fell and”.

    What a clause before “but” denies or supposes never reaches behind it.
    """
    opposed = openers(lexicon).before_but.fullmatch(head)
    if opposed and not openers(lexicon).tells.search(head) and not _is_conditional(head, lexicon):
        return states(opposed["words"].strip(), lexicon)
    clause = openers(lexicon).before_and.fullmatch(head)
    if clause is None or openers(lexicon).embeds.search(head) or _is_conditional(head, lexicon):
        return False
    no = checks(lexicon)
    return not (no.undone.search(head) or no.unproven.search(head)) and states(clause["words"], lexicon)


def _is_conditional(words: str, lexicon: Lexicon) -> bool:
    patterns = openers(lexicon)
    return bool(patterns.conditional.search(words)) and not patterns.question.match(words)


def _is_staged(words: str, lexicon: Lexicon) -> bool:
    """Whether words set a scene that is none of the report's: “In the trailer, …”, “A headline might read: …”."""
    ahead = words.rstrip()
    might = openers(lexicon).supposed.search(ahead) if ahead.endswith(":") else None
    return might is not None or (ahead.endswith(",") and is_of_stage(words, lexicon))


def _interrupts(head: str, tail: tuple[str, str], lexicon: Lexicon) -> bool:
    """Whether source and cue stand behind other words of the speaker's: “…, he said, adding that …”."""
    plain = lexicon.reporting.plain.finite
    verb = WORD.search(tail[1])
    if tail[0].strip() and verb and verb.group().lower() in plain:
        return bool(_COMMA_LAST.search(head))
    turned = _VERB_LAST.search(head)
    return turned is not None and turned[1].lower() in plain
