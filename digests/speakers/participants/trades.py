"""Whether two descriptions can hardly be of one person: a nurse is no conductor, nor Pastor Bo the Detective Bo."""

from __future__ import annotations

from collections.abc import Iterable

from digests.actors import PersonName
from digests.lexicon import Lexicon
from digests.text.folding import fold


def trades_among(words: Iterable[str], lexicon: Lexicon) -> frozenset[str]:
    """The trades among folded words, short titles written out."""
    persons = lexicon.persons
    plain = (word.rstrip(".") for word in words)
    return persons.trades & frozenset(persons.short_titles.get(word, word) for word in plain)


def are_apart(words: Iterable[str], others: Iterable[str], lexicon: Lexicon) -> bool:
    """Whether folded words name a trade, and others one that hardly anybody has beside it."""
    trades, other_trades = trades_among(words, lexicon), trades_among(others, lexicon)
    if not (trades and other_trades) or not trades.isdisjoint(other_trades):
        return False
    alike = lexicon.persons.alike_trades
    return not any(group & trades and group & other_trades for group in alike)


def titles_apart(name: PersonName, others: Iterable[PersonName], lexicon: Lexicon) -> bool:
    """Whether a name stands behind another trade than one of the names that are its own too: “Dr. Bo”, “Judge Bo”."""
    titles = list(map(fold, name.titles))
    return any(are_apart(titles, map(fold, other.titles), lexicon) for other in others)
