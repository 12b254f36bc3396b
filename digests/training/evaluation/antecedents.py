"""The weights by which the one whom a pronoun means is chosen, fitted to quotations whose speakers people wrote down.

A line is one article: `{"id": …, "text": …, "quotes": [{"start": …, "end": …, "name": …}, …]}`. The packaged tagger
finds who is quoted how; each pronoun, description or lone quotation that a named quotation goes with is an example:
all whom it may mean, and who of them has the name.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from digests.actors import ActorIndex
from digests.attribution import Tagger, find_attributions
from digests.lexicon import ENGLISH
from digests.models import Actor, Attribution, Span
from digests.speakers.noun_phrases import is_definite
from digests.speakers.resolve import resolve_speakers
from digests.speakers.salience import Candidate, Listed, Reference, likeliest
from digests.speakers.salience.candidates import Kind
from digests.text.folding import fold
from digests.training.corpora import CorpusError
from digests.training.evaluation.calibration import fit
from digests.training.marks import read_marked_file

KINDS: Final[tuple[Kind, ...]] = ("pronoun", "description", "quotation")
_NOBODY: Final = -1
_NOBODY_LISTED: Final = ActorIndex([])
_OVERLAP: Final = 0.3  #: of a quotation's characters, from which an attribution is of it
_RIDGE: Final = 1.0  #: how strongly weights are held near nought
_STEPS: Final = 400
_RATE: Final = 0.1
_HEAD: Final = '''"""The weights by which the one meant is chosen, by `python -m digests.training antecedents`."""

from __future__ import annotations

from typing import Final

'''

Numbers = NDArray[np.float64]


class Example(NamedTuple):
    """A reference in an article, with the features of all whom it may mean and the number of the one it does."""

    article: str
    kind: Kind
    candidates: Sequence[Mapping[str, float]]
    right: int


class Spoken(NamedTuple):
    """An article with its attributions and, by the place of their sources, the names of those who speak."""

    article: str
    text: str
    attributions: Sequence[Attribution]
    names: Mapping[int, str]


def fit_antecedents(
    paths: Sequence[Path], folder: Path | None, tagger: Tagger, index: ActorIndex = _NOBODY_LISTED
) -> str:
    """The module of weights that fits articles with named quotations, and marked articles."""
    examples = list(read_examples(paths, folder, tagger, index))
    if not examples:
        raise CorpusError(f"{', '.join(map(str, paths))}: no pronoun of it goes with a named quotation.")
    names = sorted({name for example in examples for features in example.candidates for name in features})
    weights = _fit(examples, names)
    nobody = "".join(f'    "{kind}": {weights[len(names) + n]:.4f},\n' for n, kind in enumerate(KINDS))
    lines = "".join(f'    "{name}": {weight:.4f},\n' for name, weight in zip(names, weights, strict=False))
    return (
        f"{_HEAD}#: What nobody of the candidates weighs, by kind of reference.\n"
        f"NOBODY: Final[dict[str, float]] = {{\n{nobody}}}\nWEIGHTS: Final[dict[str, float]] = {{\n{lines}}}\n"
    )


def judge_antecedents(examples: Sequence[Example], folds: int) -> str:
    """How often the likeliest is right and wrong by the least chance asked, on articles that were not fitted."""
    articles = sorted({example.article for example in examples})
    best: list[tuple[float, bool]] = []
    for fold_number in range(folds):
        kept_articles = set(articles[fold_number::folds])
        seen_examples = [example for example in examples if example.article not in kept_articles]
        names = sorted({name for example in seen_examples for features in example.candidates for name in features})
        weights = _fit(seen_examples, names)
        for example in (example for example in examples if example.article in kept_articles):
            shares = _shares([example], names, weights)[0]
            number = int(shares[1:].argmax()) if len(shares) > 1 else _NOBODY
            best.append((float(shares[number + 1]), number == example.right))
    rows = [f"{len(best)} references, {folds} folds by article"]
    for floor in (0.5, 0.6, 0.7, 0.75, 0.8, 0.9):
        verdicts = [verdict for share, verdict in best if share >= floor]
        right, wrong = sum(verdicts) / len(best), (len(verdicts) - sum(verdicts)) / len(best)
        rows.append(f"{floor:.2f}  right {right:.3f}  wrong {wrong:.3f}")
    rows.append(f"calibration: {_calibration(best)}")
    return "\n".join(rows)


def _calibration(best: Sequence[tuple[float, bool]]) -> str:
    """The offset and slope that make the logarithm of a chance's odds those of being right."""
    pairs = [(share, verdict) for share, verdict in best if 0 < share < 1]
    inputs = np.array([[1, np.log(share / (1 - share))] for share, _ in pairs])
    return ", ".join(f"{weight:.3f}" for weight in fit(inputs, np.array([verdict for _, verdict in pairs])))


def read_actors(path: Path | None) -> ActorIndex:
    """The listed actors that a file of JSON Lines holds, one `Actor` a line; nobody without a file."""
    lines = path.read_text(encoding="utf-8").splitlines() if path else []
    return ActorIndex([Actor.model_validate_json(line) for line in lines])


def read_examples(
    paths: Sequence[Path], folder: Path | None, tagger: Tagger, index: ActorIndex = _NOBODY_LISTED
) -> Iterator[Example]:
    """The examples of articles with named quotations, and of marked articles."""
    for path in paths:
        for article in _read_quoted(path, tagger):
            yield from _examples(article, index)
    for path in sorted(folder.glob("*.txt")) if folder else ():
        annotation = read_marked_file(path.name, path.read_text(encoding="utf-8")).annotation
        pairs = zip(annotation.attributions, annotation.claimants, strict=True)
        places = {
            _place(a): names[0] for a, names in pairs if names and names[0] != "?" and not _is_owned(a, annotation.text)
        }
        yield from _examples(Spoken(path.name, annotation.text, annotation.attributions, places), index)


def _read_quoted(path: Path, tagger: Tagger) -> Iterator[Spoken]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            row: dict[str, Any] = json.loads(line)
            text, quotes = row["text"], [((q["start"], q["end"]), q["name"]) for q in row["quotes"]]
            quotes = [(span, name) for span, name in quotes if not is_definite(name, ENGLISH)]  # “the minister”
        except (ValueError, KeyError, TypeError) as error:
            raise CorpusError(f"{path}:{number}: no article with named quotations: {error}") from None
        attributions = find_attributions(text, tagger)
        names: dict[int, str] = {}
        for span, name in quotes:
            attribution = max(attributions, key=lambda a: _shared(a, span), default=None)
            enough = _OVERLAP * (span[1] - span[0])
            if attribution and _shared(attribution, span) >= enough and not _is_owned(attribution, text):
                names.setdefault(_place(attribution), name)
        yield Spoken(str(row.get("id", number)), text, attributions, names)


def _place(attribution: Attribution) -> int:
    return attribution.source[0][0] if attribution.source else attribution.start


def _is_owned(attribution: Attribution, text: str) -> bool:
    """Whether a source is what somebody has: “his office” is not him."""
    words = " ".join(text[start:end] for start, end in attribution.source).lower().split()
    return len(words) > 1 and words[0] in ENGLISH.grammar.third_possessives


def _shared(attribution: Attribution, span: Span) -> int:
    return sum(max(0, min(end, span[1]) - max(start, span[0])) for start, end in attribution.content)


def _examples(article: Spoken, index: ActorIndex) -> list[Example]:
    """The references of an article that go with a name."""
    examples: list[Example] = []

    def choose(reference: Reference, candidates: Listed) -> Candidate | None:
        name = article.names.get(reference.place)
        if name is None:
            return likeliest(reference, candidates)
        matches = (
            n for n, (c, _) in enumerate(candidates) if c.claimant is not None and _is_called(name, c.claimant.name)
        )
        right = next(matches, _NOBODY)
        examples.append(Example(article.article, reference.kind, [features for _, features in candidates], right))
        return candidates[right][0] if right != _NOBODY else None

    resolve_speakers(article.text, article.attributions, index, choose=choose)
    return examples


def _is_called(name: str, claimant: str) -> bool:
    """Whether a claimant's name is a written name, or its last part."""
    full, short = fold(name).split(), fold(claimant).split()
    return bool(full and short) and (set(full) <= set(short) or (set(short) <= set(full) and full[-1] in short))


def _table(examples: Sequence[Example], names: Sequence[str]) -> tuple[Numbers, NDArray[np.bool_]]:
    """The features of all candidates of all examples, nobody first, and which of the rows presence are."""
    numbers = {name: n for n, name in enumerate(names)}
    width = max(len(example.candidates) for example in examples)
    table = np.zeros((len(examples), width + 1, len(names) + len(KINDS)))
    presence = np.zeros((len(examples), width + 1), dtype=bool)
    for n, example in enumerate(examples):
        table[n, 0, len(names) + KINDS.index(example.kind)] = 1
        presence[n, : len(example.candidates) + 1] = True
        for m, features in enumerate(example.candidates, 1):
            for name, value in features.items():
                if name in numbers:
                    table[n, m, numbers[name]] = value
    return table, presence


def _shares(examples: Sequence[Example], names: Sequence[str], weights: Numbers) -> Numbers:
    return _softmax(*_table(examples, names), weights)


def _softmax(table: Numbers, presence: NDArray[np.bool_], weights: Numbers) -> Numbers:
    scores = np.where(presence, table @ weights, -np.inf)
    powers = np.exp(scores - scores.max(1, keepdims=True))
    shares: Numbers = powers / powers.sum(1, keepdims=True)
    return shares


def _fit(examples: Sequence[Example], names: Sequence[str]) -> Numbers:
    """A conditional logit, by Adam on all examples at once."""
    table, presence = _table(examples, names)
    right = np.array([example.right + 1 for example in examples])
    target = table[np.arange(len(right)), right].sum(0)
    weights, drift, spread = (np.zeros(table.shape[2]) for _ in range(3))
    for step in range(1, _STEPS + 1):
        shares = _softmax(table, presence, weights)
        slope = np.einsum("nk,nkf->f", shares, table) - target + _RIDGE * weights
        drift, spread = 0.9 * drift + 0.1 * slope, 0.99 * spread + 0.01 * slope * slope
        rate = _RATE if step < _STEPS / 2 else _RATE * 0.3
        weights = weights - rate * (drift / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.99**step)) + 1e-8)
    return weights
