"""Texts that are not English are told from those that are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.text.language import foreign_language
from tests.corpus import documents

_FOREIGN = {
    "de": "Die Regierung teilte am Montag mit, dass die Brücke nach dem Angriff nicht mehr befahrbar ist.",
    "fr": "Le ministre a déclaré que les troupes avaient quitté la ville dans la nuit de lundi à mardi.",
    "es": "El presidente dijo que no habrá elecciones este año porque la guerra continúa en el este.",
    "it": "Il presidente ha detto che non ci saranno elezioni quest’anno, e che la guerra continua.",
    "nl": "De minister zei dat de brug na de aanval niet meer open is en dat het verkeer stilstaat.",
    "pl": "Minister powiedział, że most jest zamknięty i że nie wiadomo, kiedy będzie można nim jechać.",
    "uk": "Президент заявив, що війська відступили з міста.",
    "ru": "Министр сообщил, что мост закрыт.",
    "zh": "总统说，军队已经撤离了这座城市。",
    "ja": "大統領は軍が撤退したと述べた。",
    "ko": "대통령은 군대가 철수했다고 말했다.",
    "ar": "قال الرئيس إن القوات انسحبت من المدينة.",
    "el": "Ο υπουργός είπε ότι η γέφυρα έκλεισε.",
}


@pytest.mark.parametrize(("code", "text"), _FOREIGN.items())
def test_foreign_texts_are_named(code: str, text: str) -> None:
    """A sentence in another language is enough to tell it, and so is a whole text of such sentences."""
    for given_text in (text, text * 40):
        found = foreign_language(given_text)
        assert found is not None
        assert found.code == code


@pytest.mark.parametrize(
    "text",
    [
        "", "Berlin", "Le Monde", "Angela Merkel, Emmanuel Macron", "12 34 56", "😀 😀 😀", "No.",
        "THE MINISTRY SAID ON MONDAY THAT THE BRIDGE OVER THE RIVER WAS CLOSED TO ALL TRAFFIC.",
        "“Die Brücke ist zu”, the minister said in German, and he added that it would stay closed for a week.",
        "Volodymyr Zelensky (Володимир Зеленський) said so.",
        "Ken Starr praises, laments Bill Clinton’s legacy in Ohio, Iowa, Maine, Utah",
        "<p>The ministry said&nbsp;that the bridge was closed.</p>",
    ],
)  # fmt: skip
def test_english_is_not_refused(text: str) -> None:
    """English in any dress, names, figures and short texts are read."""
    assert foreign_language(text) is None


def test_no_paragraph_of_our_news_is_refused() -> None:
    """Neither an article of the corpus nor any of its paragraphs, in capitals too, is taken for foreign."""
    for half in ("held", "train"):
        for document in documents(half):
            body = document.article.body
            refused = [part for line in body.split("\n") for part in (line, line.upper()) if foreign_language(part)]
            assert foreign_language(body) is None
            assert not refused


@given(st.text(max_size=300))
def test_any_text_is_judged(text: str) -> None:
    """Whatever the characters, there is an answer, and the same one again."""
    assert foreign_language(text) == foreign_language(text)
