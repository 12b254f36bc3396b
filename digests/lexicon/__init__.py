"""Every word that a rule looks for, each list once, by language; a language is a folder."""

from __future__ import annotations

from typing import Final

from digests.lexicon.english import ENGLISH
from digests.lexicon.lexicon import Lexicon
from digests.lexicon.patterns import either
from digests.models import Article

#: The languages that can be read, by their BCP 47 code.
LEXICONS: Final[dict[str, Lexicon]] = {ENGLISH.language: ENGLISH}
#: The code of a language that nobody has determined.
UNDETERMINED: Final = "und"


def lexicon_for(language: str) -> Lexicon | None:
    """The lexicon of a language by its BCP 47 code, also of a region's (“en-GB”); none where it is not read.

    What is said to be undetermined (`und`) is taken for English, as what is not said is.
    """
    code = language.lower().partition("-")[0]
    return LEXICONS.get(ENGLISH.language if code == UNDETERMINED else code)


def lexicon_of(article: Article) -> Lexicon:
    """The lexicon that an article is read with: its language's, else English, as a language code may be wrong."""
    return lexicon_for(article.language) or ENGLISH


__all__ = ["ENGLISH", "LEXICONS", "Lexicon", "either", "lexicon_for", "lexicon_of"]
