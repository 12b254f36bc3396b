"""Relations hold in stories of many domains: tolls, strikes, elections, courts, health, markets, sport and war."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from bot.knowledge.actors_file import read_actors
from digests.attribution import load_tagger
from digests.extraction.extract import extract
from digests.knowledge import Knowledge
from digests.models import SourcedClaim
from digests.relations import relate
from digests.training.evaluation.stories import read_stories
from tests.digests.gazetteers import SmallGazetteer
from tests.digests.relations.stories import FOLDER, KINDS, Score
from tests.paths import CONFIG

#: The share of each kind's relations that must be found, by file, and of those found that must be right.
FLOORS = {"dev.txt": 0.6, "kept.txt": 0.6, "reworded.txt": 0.5, "freer.txt": 0.1, "unseen.txt": 0.05}
RIGHT = {"freer.txt": 0.85, "unseen.txt": 0.85}


class Scored(NamedTuple):
    """How the relations of a file are found."""

    score: Score
    floor: float
    right: float


@pytest.fixture(scope="module", params=FLOORS)
def scored(request: pytest.FixtureRequest) -> Scored:
    """How the relations of a file's stories are found, from their articles on."""
    knowledge, tagger = Knowledge(SmallGazetteer(), read_actors([CONFIG / "actors.toml"])), load_tagger()
    score = Score()
    for story in read_stories(FOLDER / request.param):
        claims = [
            SourcedClaim(claim, one.article)
            for one in story.articles
            for claim in extract(one.article, knowledge, tagger).claims
        ]
        score.add(story, relate(claims))
    return Scored(score, FLOORS[request.param], RIGHT.get(request.param, 0.9))


def test_what_is_related_is_related_rightly(scored: Scored) -> None:
    """Nine in ten relations that are found are right, and nearly so in the freest words."""
    score = scored.score
    assert score.precision >= scored.right, "\n".join(score.table())


@pytest.mark.parametrize("kind", KINDS)
def test_relations_of_each_kind_are_found(scored: Scored, kind: str) -> None:
    """Six in ten relations of each kind are found, in freer words half of them, in wholly other words some."""
    score = scored.score
    assert not score.gold[kind] or score.recall(kind) >= scored.floor, "\n".join(score.table())
