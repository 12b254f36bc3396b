"""Half of a full name that stands alone: “Ban” of Ban Ki-moon, “Al-Awlaki”, “Lazar” where two are called so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from digests.lexicon import either
from digests.models import Claimant, Span
from digests.speakers.layout import Layout
from digests.speakers.participants import Cast
from digests.speakers.salience.mentions import Mentions
from digests.text.folding import fold
from digests.text.whole_words import has_words

_WORD: Final = re.compile(r"(?<![\w’'-])(?<![A-Z]\w\s)[A-Z][\w-]+(?![\w’'-])(?!\s[A-Z])")
_LONGEST: Final = 60  #: characters of a name


class HalfNames:
    """Tells where a text is about somebody by half a name, of whom nothing else says who it is."""

    def __init__(self, cast: Cast, layout: Layout, mentions: Mentions) -> None:
        self._cast, self._layout, self._mentions = cast, layout, mentions
        self._given = cast.lexicon.persons.given_names
        names = (fold(person.claimant.name).split() for person in cast.persons.values())
        self._halves = {words[place] for words in names if len(words) > 1 for place in (0, -1)}

    def are_others(self, speaker: Claimant, span: Span) -> bool:
        """Whether a stretch has such a half name for its subject, not the speaker's, who is not named behind it."""
        speaker_words = fold(speaker.name).split()
        for match in _WORD.finditer(self._cast.text, *span):
            word = fold(match[0])
            is_half = word not in speaker_words and (word in self._halves or word in self._given)
            is_half = is_half or self._opens(match, speaker_words)
            if is_half and self._layout.is_subject(*match.span()) and self._is_nobodys(match.span()):
                return all(m.key != speaker.name for m in self._mentions.between(match.end(), span[1]))
        return False

    def _opens(self, match: re.Match[str], speaker_words: Sequence[str]) -> bool:
        """Whether a sentence begins with one word that may be a surname, and its verb: “Carson shrugged”."""
        word, text = fold(match[0]), self._cast.text
        starts = match.start() == self._layout.sentence(match.start())[0]
        if not starts or word in speaker_words or word in self._cast.lexicon.persons.not_names:
            return False
        is_common = has_words(word, text)
        is_verb = re.match(
            rf"\s[a-z]+(?:{either(self._cast.lexicon.grammar.verb_endings)})\b", text[match.end() : match.end() + 30]
        )
        return is_verb is not None and not is_common and self._cast.index.recognise(match[0]) is None

    def _is_nobodys(self, span: Span) -> bool:
        """Whether a word of the narrator's belongs to no name that the text is known to have."""
        start, end = span
        if self._layout.is_said(start) or self._layout.is_label(start):
            return False
        stretch = start - _LONGEST, end
        if any(start < m.end for m in self._mentions.between(*stretch)):
            return False
        if any(start < body.end and body.start < end for body in self._cast.bodies.all):
            return False
        names = [name for name in self._cast.names_in(stretch) if start < name.end]
        return not names or self._cast.person(names[-1]) is None
