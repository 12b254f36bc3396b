"""What a claim's row leaves out, since its columns and its article tell it, and how it is filled in again."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import select

from bot.store import SqlStore
from bot.store import schema as s
from digests.extraction.extract import CONTEXT
from digests.models import Article, Attribution, Claim, Claimant, Passage, Wording
from tests import make

BODY = f"{'Än 🜁 evening. ' * 9}The general said that Sudzha and Sudzha town are quiet.{' Nobody spoke.' * 9}"
EXACT = "Sudzha and Sudzha town are quiet"
ARTICLE = make.article(BODY)


def claim_in(article: Article, claim_id: str, **fields: object) -> Claim:
    """A claim as it is read in an article: with what stands around it, and the same town named twice."""
    start = article.body.index(EXACT)
    end = start + len(EXACT)
    around = {"prefix": article.body[max(0, start - CONTEXT) : start], "suffix": article.body[end : end + CONTEXT]}
    town = make.place_mention(make.SUDZHA, start)
    return Claim(
        **{
            "id": claim_id,
            "claimant": Claimant(name="The general", surface="The general"),
            "passage": Passage(article_id=article.id, version=1, start=start, end=end, exact=EXACT, **around),
            "attribution": Attribution(content=((start, end),)),
            "places": (town, town.model_copy(update={"start": start + 11, "end": start + 17})),
            "said_at": make.SAID,
            **fields,
        }
    )


PLAIN = claim_in(ARTICLE, "plain", wording=Wording(claimant="The general", body=f"said that {EXACT}", certainty=0.5))
_FIRST, _SECOND = PLAIN.places
UNLIKE = {
    "text around": {"passage": PLAIN.passage.model_copy(update={"prefix": "", "suffix": "elsewhere"})},
    "parts": {
        "attribution": Attribution(
            content=((PLAIN.passage.start, PLAIN.passage.start + 6), (PLAIN.passage.end - 5, PLAIN.passage.end))
        )
    },
    "surface": {"claimant": Claimant(name="The general", surface="he")},
    "no surface": {"claimant": Claimant(name="The general")},
    "another place of that id": {
        "places": (
            _FIRST,
            _FIRST.model_copy(update={"place": make.SUDZHA.model_copy(update={"population": 9})}),
            _SECOND,
        )
    },
    "spelling": {"places": (_SECOND.model_copy(update={"surface": "Sudža", "end": _SECOND.end + 1}), _FIRST)},
    "both lists": {"context_places": (_FIRST,), "actors": (make.actor_mention(make.GENERAL),) * 2},
    "body": {"wording": Wording(claimant="He", body="all is quiet", certainty=0.5)},
    "body around": {"wording": Wording(claimant="The general", body=f"“{EXACT}”, so far", own_verb=True)},
    "empty body": {"wording": Wording()},
    "held back": {"wording": Wording(claimant="The general", body=EXACT, hold="a fragment")},
    "characters": {"claimant": Claimant(name="The \0 general", surface="The \0 general")},
}


async def test_what_the_article_tells_is_not_written(store: SqlStore) -> None:
    """The row of a plain claim has neither the text around its passage nor its span, nor any name twice."""
    await store.add_article(ARTICLE, [PLAIN], now=make.NOW)
    row = await store.read(lambda c: c.execute(select(s.claim.c.json, s.claim.c.wording)).one())
    fields = json.loads(row.json)

    assert await store.claim("plain") == PLAIN
    assert fields.keys() == {"places"}
    assert [mention.keys() for mention in fields["places"]] == [{"place", "start"}] * 2
    assert fields["places"][1]["place"] == make.SUDZHA.id
    assert json.loads(row.wording) == {"before": "said that "}


@pytest.mark.parametrize("fields", UNLIKE.values(), ids=UNLIKE)
async def test_what_is_otherwise_comes_back(store: SqlStore, fields: dict[str, object]) -> None:
    """A claim that differs from what its columns and its article would tell is read as it was kept."""
    claim = claim_in(ARTICLE, "odd", **fields)
    await store.add_article(ARTICLE, [claim], now=make.NOW)

    assert await store.claim("odd") == claim


async def test_a_passage_at_the_ends_of_its_article_comes_back(store: SqlStore) -> None:
    """Where nothing stands around a passage, nothing is filled in; a NUL in the text is no other character."""
    for number, body in enumerate((EXACT, f"Now {EXACT}", f"{EXACT}.\0", f"\0{EXACT}")):
        article = make.article(body, id=f"a{number}")
        claim = claim_in(article, f"c{number}")
        await store.add_article(article, [claim], now=make.NOW)
        assert await store.claims_of(article.id, 1) == [claim]
