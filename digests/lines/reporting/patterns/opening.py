"""What may open a plain report, each part as a pattern that takes it from where it is put."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.lines.reporting.patterns.phrases import CAPITAL, phrase_of


class Openers(NamedTuple):
    """What may stand between a sentence's start and its source."""

    plain: tuple[re.Pattern[str], ...]  #: marks, datelines, adverbs, and phrases of which every word is known
    fronted: re.Pattern[str]  #: a phrase of circumstance with its comma
    before_and: re.Pattern[str]  #: a clause without a mark, with “and” behind it
    before_but: re.Pattern[str]  #: a clause with “but” behind it
    tells: re.Pattern[str]  #: in such a clause, that the other may be told in it: “that”, “said”
    embeds: re.Pattern[str]  #: in such a clause, that it may reach over the “and”: “that”, “said”
    before_joint: re.Pattern[str]  #: a clause with the conjunction behind it
    before_reason: re.Pattern[str]  #: the same, where the report is of its time or reason
    before_colon: re.Pattern[str]
    concession: re.Pattern[str]
    question: re.Pattern[str]  #: fronted words that may hold a question without being one
    conditional: re.Pattern[str]
    inverting: re.Pattern[str]  #: behind a sentence, at the end, that its speaker follows: “So said Ann Orr”
    hearsay: re.Pattern[str]  #: at a sentence's start, that somebody else tells of a saying
    sources: re.Pattern[str]  #: the same anywhere
    main_verb: re.Pattern[str]  #: behind a comma, the verb of a sentence whose first one is a participle
    passive: re.Pattern[str]  #: behind a participle, that others say it: “reported to have”
    supposed: re.Pattern[str]  #: before a colon, that nobody has said what follows


@functools.cache
def openers(lexicon: Lexicon) -> Openers:
    """What may open a plain report in a language."""
    words, grammar, hedges = lexicon.frames, lexicon.grammar, lexicon.hedges
    reasons = either(grammar.doubtful_reasons, words.factive)
    joints = either(grammar.coordinators, grammar.settings, grammar.reasons, hedges.concessions)
    phrase, settings = phrase_of(lexicon), either(lexicon.circumstances.settings)
    units = either(lexicon.calendar.units, lexicon.calendar.plural_units)
    after_time = either(grammar.settings & lexicon.calendar.beside_events, lexicon.narration.told_moments)
    return Openers(
        plain=(
            re.compile(r"[\s“”\"'‘’(\[•*·–—-]+|\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?\s+"),
            re.compile(rf"(?:{CAPITAL},?\s+){{1,6}}(?:\([^)]{{1,30}}\)\s*)?(?:—|–|--?)\s"),
            re.compile(
                rf"(?:{either(lexicon.circumstances.openers, lexicon.circumstances.adverbs)})\b,?", re.IGNORECASE
            ),
            re.compile(rf"{phrase}(?:,|(?=\s+$))"),
            re.compile(rf"{phrase},?"),
        ),
        before_and=re.compile(rf"(?P<words>[^?!,;:“”\"()—–]*\w)\s+(?:{either(lexicon.descriptions.joining)})\s+$"),
        before_but=re.compile(
            rf"(?P<words>[^?!;:()—–]*[\w”\"’%])\s+(?:{either(grammar.coordinators & hedges.exceptions)})\s+$"
        ),
        tells=re.compile(
            rf"\b(?:(?P<joint>{either(grammar.complementizers, words.questions)})"
            rf"|{either(lexicon.reporting.plain.finite)})\b"
        ),
        embeds=re.compile(
            rf"\b(?:{either(grammar.complementizers, lexicon.reporting.reporting.finite, words.questions)})\b"
        ),
        fronted=re.compile(
            rf"(?:{settings}|\w+ing|(?:\w+\s+){{0,4}}(?:{either(lexicon.calendar.ago)}|(?:{units})\s+(?:{after_time})))\b[^;?!]*,[”\"’]?\s*$",
            re.IGNORECASE | re.DOTALL,
        ),
        before_joint=re.compile(
            rf"[^?!]*[\w”\"’)](?:[,;.][”\"’]?|\s*[—–]|\s--?)\s*(?:{joints}|{reasons})\s+", re.DOTALL
        ),
        before_reason=re.compile(rf"[^?!]*[\w%”\"’)]\s+(?:{reasons})\s+$"),
        before_colon=re.compile(r"[^?!]{2,}(?:[;:]|\s[–—-])\s+$"),
        concession=re.compile(
            rf"(?:{either(hedges.concessions, grammar.doubtful_reasons, words.conceding)})\s+$", re.IGNORECASE
        ),
        question=re.compile(rf"\s*(?:{either(words.question_openers)})\b", re.IGNORECASE),
        conditional=re.compile(
            rf"\b(?:{either(hedges.conditions)})\b|^\W*(?:{either(words.inverted_conditions)})\b"
            rf"|(?:^|[,;:—–])\W*(?:(?:{either(grammar.coordinators)})\s+)?(?:{either(words.supposing)})\b",
            re.IGNORECASE,
        ),
        inverting=re.compile(rf"(?<=\s)(?:{either(map(str.capitalize, words.inverting))})\s+$"),
        hearsay=re.compile(rf"\W*(?:{either(lexicon.reporting.according)})\b", re.IGNORECASE),
        sources=re.compile(rf"\b(?:{either(lexicon.reporting.according)})\b"),
        main_verb=re.compile(
            rf"^[^,“”]*,\s+(?:{either(grammar.past_forms, grammar.do_finite)}|[a-z]{{2,}}ed)\s+"
            rf"(?!(?:{either(grammar.passive_agents, grammar.complementizers)})\b)"
        ),
        passive=re.compile(
            rf"\s+(?:{either(grammar.infinitive_markers)})\s+(?:{either(grammar.be_other, grammar.have_finite)})\b"
        ),
        supposed=re.compile(rf"\b(?:{either(hedges.hedging_modals)})\s+[^.;]*:$", re.IGNORECASE),
    )
