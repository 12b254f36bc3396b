"""How likely it is that a line is right in claimant and meaning and can be read alone: a calibrated probability.

Two logistic regressions over what is known of a claim and its line, the second also over what a network says of it,
multiplied with more weight on what is wrong, and made a probability again. `python -m digests.training certainty` fits
all weights from lines that editors have judged.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

from digests.lexicon import Lexicon, lexicon_of
from digests.lines.certainty.left_out import left_out
from digests.lines.certainty.line_reader import load_line_reader
from digests.lines.certainty.pointing import pointers
from digests.lines.certainty.rivals import rivals
from digests.lines.certainty.sources import last_named
from digests.lines.certainty.told_before import told_before
from digests.lines.certainty.topics import topics
from digests.lines.certainty.weights import ALONE, ALONE_BIAS, OFFSET, RIGHT, RIGHT_BIAS, SLOPE
from digests.lines.certainty.word_patterns import WordPatterns, word_patterns
from digests.lines.finite import verb_patterns
from digests.models import Article, Claim, DigestItem

READ_ALONE = "read alone"  #: the name of what the network says that was taught by editors' judgements
_CARE = 2  #: how many lines that cannot be read alone weigh as much as one that is wrong
_LEAST = 1e-6  #: the least that a chance is taken for
_SURE = 0.995  #: the most that a tagger's confidence counts for
_BY_NAME = frozenset({"exact", "alias", "acronym"})  #: how a body is known by its name alone
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_LONG_WORD = re.compile(r"\b[^\W\d_]{7,}")
_QUOTATION = re.compile(r"“[^”]*”?")
_QUOTED = re.compile(r"“([^”]*)")
_LONG_SOURCE = 12  #: words of a phrase for who speaks beyond which more make no difference
_LONG = 24.0  #: words that a line has room for
_SHORT_QUOTATION = 10  #: words, fewer of which seldom tell what they are about


def certainty(claim: Claim, item: DigestItem, article: Article) -> float:
    """The probability that a line is right in claimant and meaning and can be read alone."""
    of_reading, of_words = features(claim, item, article)
    is_right = _chance(of_reading, RIGHT, RIGHT_BIAS)
    is_readable = _chance({**of_reading, **of_words}, ALONE, ALONE_BIAS)
    return round(_probability(OFFSET + SLOPE * weighed(is_right, is_readable)), 4)


def weighed(is_right: float, is_readable: float) -> float:
    """How much speaks for a line, by the chances that it is right and that it can be read alone."""
    chance = min(max(is_right**_CARE * is_readable, _LEAST), 1 - _LEAST)
    return math.log(chance / (1 - chance))


def _chance(values: Mapping[str, float], weights: Mapping[str, float], bias: float) -> float:
    return _probability(bias + sum(weights.get(name, 0.0) * value for name, value in values.items()))


def _probability(score: float) -> float:
    return 1 / (1 + math.exp(-score))


def features(claim: Claim, item: DigestItem, article: Article) -> tuple[dict[str, float], dict[str, float]]:
    """What is known, by name, of how a claim was read and cut, and of the words of its line.

    The words tell whether a line can be read alone, and next to nothing of whether it is right.
    """
    lexicon = lexicon_of(article)
    of_claimant = {
        **_of_claimant(claim, item, lexicon),
        **rivals(claim, article, lexicon),
        **last_named(claim, article, lexicon),
    }
    of_passage = left_out(claim, item, article, lexicon)
    of_words = {
        **_of_words(item, lexicon),
        **pointers(claim, item, article, lexicon),
        **topics(item, article, lexicon),
        **told_before(claim, item, article, lexicon),
        READ_ALONE: load_line_reader().score(item, article.headline),
    }
    return {**of_claimant, **of_passage, **_of_reading(claim), **_of_form(item, lexicon)}, of_words


def _of_claimant(claim: Claim, item: DigestItem, lexicon: Lexicon) -> dict[str, float]:
    claimant, source = claim.claimant, claim.claimant.surface.lower()
    return {
        f"resolved by {claimant.resolved_by}": 1.0,
        f"role {claimant.role}": 1.0,
        "naming": claimant.confidence,
        "known actor": float(bool(claimant.actor_id)),
        "named within a description": float(
            claimant.resolved_by in _BY_NAME and _is_described(claimant.surface, lexicon)
        ),
        "one word": float(len(item.claimant.split()) == 1),
        "described": float(item.claimant.split()[0].lower() in lexicon.grammar.articles),
        "long name": float(len(item.claimant) > 40),
        "source is a pronoun": float(source in lexicon.grammar.third_subjects),
        "source in fragments": float(len(claim.attribution.source) > 1),
        "long source": min(len(source.split()), _LONG_SOURCE) / _LONG_SOURCE,
    }


def _is_described(surface: str, lexicon: Lexicon) -> bool:
    """Whether more stands in a name's place than the name: “a lawyer who follows the State Department”."""
    return any(word[0].islower() and word not in lexicon.texts.small_words for word in _WORD.findall(surface))


def _of_reading(claim: Claim) -> dict[str, float]:
    confidence = min(max(claim.confidence, 1 - _SURE), _SURE)
    cue = claim.cue.lower()
    return {
        "confidence": math.log(confidence / (1 - confidence)),
        "no cue": float(not cue),
        "one-word cue": float(len(cue.split()) == 1),
        "said": float(cue in {"said", "says"}),
        f"mode {claim.mode}": 1.0,
        f"kind {claim.kind}": 1.0,
        "nested": float(claim.nested),
        "in fragments": float(len(claim.attribution.content) > 1),
        "said date": float(claim.said_at is not None),
        "place": float(bool(claim.places)),
        "actors": min(len(claim.actors), 3) / 3,
        "figures": float(bool(claim.figures)),
    }


def _of_form(item: DigestItem, lexicon: Lexicon) -> dict[str, float]:
    body, patterns = item.body, word_patterns(lexicon)
    words = body.split()
    return {
        "own verb": float(item.own_verb),
        "words": min(len(words) / _LONG, 1.7),
        "few words": float(len(words) < 7),
        "ends early": float(body.endswith("…")),
        "begins late": float(body.startswith("…")),
        "quotation": float(body.startswith("“")),
        "bracket": float("[" in body),
        "speaks of itself": min(len(patterns.speaking.findall(body)), 3) / 3,
        "hangs": float(bool(patterns.hanging.match(body))),
        "tells of a person": float(bool(patterns.person.search(_QUOTATION.sub("", body)))),
    }


def _of_words(item: DigestItem, lexicon: Lexicon) -> dict[str, float]:
    patterns, body = word_patterns(lexicon), item.body
    name = patterns.name.search(body)
    ahead = body[: name.start()] if name else body
    return {
        "opens with a pronoun": float(bool(patterns.pronoun.match(body.lstrip("“")))),
        "pronouns": min(len(patterns.pronoun.findall(body)), 4) / 4,
        "pronouns before a name": min(len(patterns.pronoun.findall(ahead)), 3) / 3,
        "points": min(len(patterns.pointing.findall(body)), 3) / 3,
        "opens by pointing": float(bool(patterns.pointing.match(body.lstrip("“")))),
        "opens with a tie": float(bool(patterns.tied.match(body.lstrip("“… ")))),
        "long words": min(len(_LONG_WORD.findall(body)), 10) / 10,
        "points within a quotation": _quoted_pronouns(body, patterns),
        "definite": min(len(patterns.definite.findall(body)), 4) / 4,
        "opens definite": float(bool(patterns.definite.match(body.lstrip("“")))),
        "definite without a name": float(name is None and bool(patterns.definite.search(body))),
        "names": min(len(patterns.name.findall(body)), 4) / 4,
        "no name": float(name is None),
        "digits": float(any(c.isdigit() for c in body)),
        "question": float("?" in body),
        "open": min(len(patterns.open.findall(body)), 2) / 2,
        "compares": min(len(patterns.comparing.findall(body)), 2) / 2,
        "opens with that": float(bool(patterns.demonstrative.match(body.lstrip("“")))),
        "exclaims": float("!" in body),
        "others": float(bool(patterns.others.search(body))),
        "vague": float(bool(patterns.vague.search(body))),
        "another time": float(bool(patterns.time.search(body))),
        "it": min(len(patterns.thing.findall(body)), 3) / 3,
        "past": float(bool(patterns.past.search(body))),
        "weekday": float(bool(patterns.day.search(body))),
        "short quotation": float(body.startswith("“") and len(body.split()) < _SHORT_QUOTATION),
        "finite": float(bool(re.search(verb_patterns(lexicon).finite, body))),
        "speaks as I": float(bool(patterns.single_speaker.search(body))),
        "early it": float(bool(patterns.early_thing.match(body))),
        "part of": float(bool(patterns.part.search(body))),
        "opens with a part": float(bool(patterns.opening_part.match(body))),
        "bare claimant": float(bool(patterns.bare_claimant.match(item.claimant))),
        "described, own verb": float(item.own_verb and item.claimant.split()[0].lower() in lexicon.grammar.articles),
        "speaks to you": float(bool(patterns.listener.search(body))),
    }


def _quoted_pronouns(body: str, patterns: WordPatterns) -> float:
    """How often somebody's own words point at what a reader of the line may not have read."""
    own_words = " ".join(_QUOTED.findall(body))
    return min(len(patterns.pronoun.findall(own_words)) + len(patterns.pointing.findall(own_words)), 4) / 4
