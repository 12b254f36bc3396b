"""How a claim is put in a line is kept with it, and worked out anew by another program."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event

from bot.store import SqlStore, open_store
from digests.lines.wording import worded
from digests.models import Article, Claim, Wording
from tests import make

LINES = {
    "printed": Wording(claimant="Army A", body="40 houses stand in “Sudzha”", own_verb=True, certainty=0.25),
    "of the day of saying": Wording(claimant="Army A", body="houses …", of_saying=True, certainty=0.0),
    "held by the gate": Wording(claimant="Army A", body="houses stand", hold="words left out"),
    "held before it was drawn": Wording(hold="no full statement"),
    "not worked out": None,
}


def spoken(number: int) -> tuple[Article, Claim]:
    """An article with one claim."""
    text = f"Army A said that {number} houses stand."
    claim = make.spoken(text, f"{number} houses stand", "Army A", "said", said_at=make.SAID + timedelta(seconds=number))
    article = make.article(text, id=f"a{number}")
    passage = claim.passage.model_copy(update={"article_id": article.id})
    return article, claim.model_copy(update={"id": f"c{number}", "passage": passage})


@pytest.mark.parametrize("wording", LINES.values(), ids=LINES)
async def test_a_wording_is_read_as_it_was_kept(store: SqlStore, wording: Wording | None) -> None:
    """A claim comes back with its wording, whether it is printed or held back."""
    article, claim = spoken(1)
    claim = claim.model_copy(update={"wording": wording})
    await store.add_article(article, [claim], now=make.NOW)
    assert await store.claim(claim.id) == claim


async def test_another_program_words_claims_anew(store: SqlStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """What another program has worded is worded again, each claim once; until then it is read without a wording."""
    items = [spoken(number) for number in range(120)]
    await store.add_articles([(article, [worded(claim, article)]) for article, claim in items], now=make.NOW)
    assert await store.reword(worded) == 0

    monkeypatch.setattr("bot.store.claims.rows.worded_by", lambda: "another")
    monkeypatch.setattr("bot.store.claims.rewording.worded_by", lambda: "another")
    assert (await kept(store, "c7")).wording is None
    assert await store.reword(worded) == len(items)
    assert (await kept(store, "c7")).wording == worded(items[7][1], items[7][0]).wording
    assert await store.reword(worded) == 0


async def test_claims_without_a_wording_get_one(store: SqlStore) -> None:
    """What was never worded is worded, and what this program has worded is left alone."""
    items = [spoken(number) for number in range(3)]
    claims = [claim if n else worded(claim, article) for n, (article, claim) in enumerate(items)]
    await store.add_articles([(article, [claims[n]]) for n, (article, _) in enumerate(items)], now=make.NOW)

    assert await store.reword(worded) == 2
    assert [(await kept(store, claim.id)).wording for _, claim in items] == [
        worded(claim, article).wording for article, claim in items
    ]


async def test_no_claim_is_looked_at_where_all_are_worded(sqlite_url: str) -> None:
    """SQLite finds the claims of other programs by an index, and reads none of the others."""
    store = await open_store(sqlite_url)
    statements: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        statements.append((statement, parameters))

    event.listen(store._engine, "before_cursor_execute", note)
    assert await store.reword(worded) == 0
    event.remove(store._engine, "before_cursor_execute", note)
    asked = [one for one in statements if one[0].startswith("SELECT")]
    with store._engine.connect() as connection:
        plans = [connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {asks}", values).all() for asks, values in asked]
    assert asked
    assert all("INDEX claim_worded_by_ix" in step[3] for plan in plans for step in plan)
    await store.close()


async def kept(store: SqlStore, claim_id: str) -> Claim:
    """A claim that is held."""
    claim = await store.claim(claim_id)
    assert claim is not None
    return claim
