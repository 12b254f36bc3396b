"""A changed record queues an edit of each message that it changes, once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.delivery.worker import DeliveryWorker
from bot.models import Delivery, PlatformName, QuietWindow
from bot.service.corrections import revise_flags, revise_posted, standing_of
from bot.store import SqlStore
from digests.composing.compose import compose_digest
from digests.models import Article, Claim, Claimant, Digest, Figure, SourcedClaim
from tests import make
from tests.bot.stores import ids
from tests.bot.telling import Claims, small_service

LATER = datetime(2025, 2, 9, 18, 0, tzinfo=UTC)
DUE = datetime(2025, 2, 9, 8, 0, tzinfo=UTC)


class Channel:
    """A platform that keeps messages by id, with the notes to them, and puts edits in their place."""

    name: PlatformName = "discord"

    def __init__(self) -> None:
        self.messages: dict[str, Digest] = {}
        self.notes: list[tuple[str, Digest]] = []

    async def post(self, delivery: Delivery) -> str:
        """Keep the digest under the message's id, or as a note to it."""
        if delivery.thread:
            self.notes.append((delivery.thread, delivery.digest))
            return f"n-{delivery.id}"
        key = delivery.edits or f"m-{delivery.id}"
        self.messages[key] = delivery.digest
        return key


def whole(_: PlatformName, digest: Digest) -> list[Digest]:
    """Every digest fits a message."""
    return [digest]


def read(said: str, version: int = 1, **fields: object) -> tuple[Article, list[Claim]]:
    """A version of a record in which the ministry says something, and the rest stays the same."""
    text = f"The ministry said {said}. The ministry said the harbour froze."
    article = make.article(text, version=version, **fields)
    claimant = Claimant(actor_id="org:ministry", name="Ministry", surface="The ministry")
    claims = []
    for n, one in enumerate((said, "the harbour froze")):
        claim = make.spoken(text, one, "The ministry", "said", claimant=claimant)
        passage = claim.passage.model_copy(update={"version": version, "article_id": article.id})
        claims.append(claim.model_copy(update={"id": f"c{article.id}{version}{n}", "passage": passage}))
    return article, claims


async def post(
    store: SqlStore, article: Article, claims: list[Claim], channel: Channel, quiet: QuietWindow | None = None
) -> None:
    """Post a digest of the claims, as a schedule's run does."""
    await store.add_article(article, claims, now=make.NOW)
    await store.add_schedule(make.schedule())
    made = compose_digest("Digest", [SourcedClaim(claim, article) for claim in claims], now=DUE)
    await store.queue_run(
        make.run(),
        [make.delivery(digest=made.digest, quiet_window=quiet)],
        made.claim_ids,
        next_due=DUE + timedelta(days=1),
    )
    await DeliveryWorker(store, {"discord": channel}).deliver_due(DUE)


async def change(store: SqlStore, version: tuple[Article, list[Claim]]) -> int:
    """Add a version, as the service does, and say how many messages it changes."""
    edits = await revise_posted(store, *version, now=LATER, split=whole)
    await store.add_article(*version, now=LATER)
    return edits


def lines(channel: Channel) -> list[str]:
    """The lines of the only message."""
    (digest,) = channel.messages.values()
    return [item.line for item in digest.items]


async def test_a_correction_edits_the_message_that_was_posted(store: SqlStore) -> None:
    """The message keeps its place and shows what was struck out, and a note to it says what has changed."""
    channel = Channel()
    await post(store, *read("40 houses were damaged"), channel)

    assert await change(store, read("14 houses were damaged", 2)) == 1
    assert await DeliveryWorker(store, {"discord": channel}).deliver_due(LATER) == 2
    changed = "Ministry: ~~40 houses were damaged~~ 14 houses were damaged (said Thu 6 Feb) · corrected Sun 9 Feb"
    assert lines(channel) == [changed, "Ministry: the harbour froze (said Thu 6 Feb)"]
    [(message, note)] = channel.notes
    assert message in channel.messages
    assert [item.line for item in note.items] == [changed]


async def test_a_note_is_no_message_to_correct(store: SqlStore) -> None:
    """A later correction edits the message and adds a note of its own; the earlier note stays as it was."""
    channel = Channel()
    await post(store, *read("40 houses were damaged"), channel)
    for version, count in ((2, "14"), (3, "15")):
        assert await change(store, read(f"{count} houses were damaged", version)) == 1
        await DeliveryWorker(store, {"discord": channel}).deliver_due(LATER)
    assert "~~ 15 houses" in lines(channel)[0]
    assert ["14 houses" in note.items[0].line for _, note in channel.notes] == [True, False]


async def test_each_further_correction_edits_what_stands_there(store: SqlStore) -> None:
    """A second version edits the message as the first one left it, also while that edit waits."""
    channel = Channel()
    await post(store, *read("40 houses were damaged"), channel)

    await change(store, read("14 houses were damaged", 2))
    await change(store, read("15 houses were damaged", 3))
    await DeliveryWorker(store, {"discord": channel}).deliver_due(LATER)

    assert lines(channel)[0].startswith("Ministry: ~~40 houses were damaged~~ 15 houses were damaged")


@pytest.mark.parametrize("second", ["14 houses were damaged", "40 houses were damaged"])
async def test_a_withdrawal_reaches_every_line_through_versions(store: SqlStore, second: str) -> None:
    """Lines that a second version left alone are struck out when a third one withdraws the record."""
    channel = Channel()
    await post(store, *read("40 houses were damaged"), channel)
    await change(store, read(second, 2))
    await change(store, read(second, 3, status="withheld"))
    await DeliveryWorker(store, {"discord": channel}).deliver_due(LATER)
    assert [line.endswith("withdrawn Sun 9 Feb") for line in lines(channel)] == [True, True]


async def test_a_withdrawal_reaches_the_lines_of_what_it_replaced(store: SqlStore) -> None:
    """A record that takes another's place, and is then withdrawn, strikes out what the other one had posted."""
    channel = Channel()
    await post(store, *read("40 houses were damaged"), channel)
    await change(store, read("14 houses were damaged", 2))
    for version, status in ((1, "usable"), (2, "withheld")):
        replacing = read("14 houses were damaged", version, id="other", supersedes="article", status=status)
        await change(store, replacing)
    await DeliveryWorker(store, {"discord": channel}).deliver_due(LATER)
    assert [line.endswith("withdrawn Sun 9 Feb") for line in lines(channel)] == [True, True]


async def test_in_quiet_hours_a_message_is_edited_and_its_note_waits(store: SqlStore) -> None:
    """A correction is made at once, and nobody is woken for it."""
    channel = Channel()
    await post(store, *read("40 houses were damaged"), channel, quiet=QuietWindow(hours="17:00-07:00", zone="UTC"))
    work = DeliveryWorker(store, {"discord": channel})
    for version, count in ((2, "14"), (3, "15")):
        await change(store, read(f"{count} houses were damaged", version))
        assert await work.deliver_due(LATER) == 1
        assert f"~~ {count} houses" in lines(channel)[0]
    assert channel.notes == []
    assert await work.deliver_due(LATER + timedelta(hours=13)) == 2
    assert len(channel.notes) == 2


async def test_the_same_change_is_queued_once(store: SqlStore) -> None:
    """A crash between the edit and the record's being held doubles nothing."""
    channel = Channel()
    await post(store, *read("40 houses were damaged"), channel)
    version = read("14 houses were damaged", 2)

    assert await revise_posted(store, *version, now=LATER, split=whole) == 1
    assert await change(store, version) == 0
    assert await DeliveryWorker(store, {"discord": channel}).deliver_due(LATER) == 2
    assert len(channel.notes) == 1


async def test_what_was_corrected_in_place_is_not_news(store: SqlStore) -> None:
    """The claims of the new version count as posted by the schedule that posted the old ones."""
    await post(store, *read("40 houses were damaged"), Channel())
    await change(store, read("14 houses were damaged", 2))

    assert await ids(store, make.query(), posted_by="s1") == []
    assert len(await ids(store, make.query(), posted_by="another")) == 2


@pytest.mark.parametrize("fields", [{"status": "withheld"}, {"status": "canceled"}])
async def test_a_withdrawn_record_strikes_out_its_lines(store: SqlStore, fields: dict[str, object]) -> None:
    """Every line of the record is struck out, and stays legible."""
    channel = Channel()
    await post(store, *read("40 houses were damaged"), channel)

    await change(store, read("40 houses were damaged", 2, **fields))
    await DeliveryWorker(store, {"discord": channel}).deliver_due(LATER)

    assert all("~~" in line and line.endswith("withdrawn Sun 9 Feb") for line in lines(channel))


async def test_a_record_that_supersedes_another_corrects_it(store: SqlStore) -> None:
    """Another record in the place of the first one edits what the first one said."""
    channel = Channel()
    await post(store, *read("40 houses were damaged"), channel)

    await change(store, read("14 houses were damaged", id="another", supersedes="article"))
    await DeliveryWorker(store, {"discord": channel}).deliver_due(LATER)

    assert "14 houses were damaged (said Thu 6 Feb) · corrected Sun 9 Feb" in lines(channel)[0]


@pytest.mark.parametrize(
    "version", [read("40 houses were damaged", 2), read("14 houses were damaged", 1, id="unrelated")]
)
async def test_other_versions_edit_nothing(store: SqlStore, version: tuple[Article, list[Claim]]) -> None:
    """The same words again, or a record of its own, leave messages alone."""
    channel = Channel()
    await post(store, *read("40 houses were damaged"), channel)

    assert await change(store, version) == 0
    assert await DeliveryWorker(store, {"discord": channel}).deliver_due(LATER) == 0


async def test_a_version_that_comes_late_edits_nothing(store: SqlStore) -> None:
    """An older version than the one held takes nothing back."""
    await post(store, *read("14 houses were damaged", 2), Channel())

    assert await change(store, read("40 houses were damaged", 1)) == 0


def toll(article_id: str, name: str, count: int, version: int = 1, **fields: object) -> tuple[Article, list[Claim]]:
    """A record in which somebody counts the soldiers who were killed."""
    text = f"{name} said {count} soldiers were killed in the attack on Sudzha."
    article = make.article(text, id=article_id, version=version, **fields)
    claimant = Claimant(actor_id=f"org:{name}", name=name, surface=name)
    claim = make.spoken(text, text[len(name) + 6 : -1], name, "said", claimant=claimant)
    passage = claim.passage.model_copy(update={"article_id": article_id, "version": version})
    at = text.index(str(count))
    figure = Figure(value=count, low=count, high=count, what="soldiers", start=at, end=at + 2, surface=str(count))
    places = (make.place_mention(make.SUDZHA, text.index("Sudzha")),)
    return article, [
        claim.model_copy(
            update={"id": f"{article_id}{version}", "passage": passage, "places": places, "figures": (figure,)}
        )
    ]


async def post_tolls(store: SqlStore, channel: Channel) -> None:
    """Post a digest of two records that differ."""
    await store.add_article(*toll("b", "Army B", 90), now=make.NOW)
    first = toll("a", "Army A", 40)
    await store.add_article(*first, now=make.NOW)
    claims = [claim for _, claim in (await store.find_claims(make.query(make.SUDZHA), limit=10))[0]]
    articles = await store.articles_of(["a", "b"])
    made = compose_digest("Digest", [SourcedClaim(one, articles[one.passage.article_id, 1]) for one in claims], now=DUE)
    await store.add_schedule(make.schedule())
    await store.queue_run(
        make.run(), [make.delivery(digest=made.digest)], made.claim_ids, next_due=DUE + timedelta(days=1)
    )
    await DeliveryWorker(store, {"discord": channel}).deliver_due(DUE)
    assert [item.flags[-1].partition(" (")[0] for digest in channel.messages.values() for item in digest.items] == [
        "differs from Army B",
        "differs from Army A",
    ]


async def restate(store: SqlStore, version: tuple[Article, list[Claim]], channel: Channel, hours: int = 0) -> None:
    """Add a version as the service does, and deliver what follows."""
    now = LATER + timedelta(hours=hours)
    await revise_posted(store, *version, now=now, split=whole)
    await store.add_article(*version, now=now)
    await revise_flags(store, version[0], now=now, split=whole)
    await DeliveryWorker(store, {"discord": channel}).deliver_due(now)


async def test_a_withdrawn_claim_is_named_by_no_other_line(store: SqlStore) -> None:
    """The line of another article loses the flag that named it, and has it again once the record is restored."""
    channel = Channel()
    await post_tolls(store, channel)
    own_line = "Army A: 40 soldiers were killed in the attack on Sudzha (said Thu 6 Feb)"

    await restate(store, toll("b", "Army B", 90, 2, status="withheld"), channel)
    struck = "Army B: ~~90 soldiers were killed in the attack on Sudzha~~ (said Thu 6 Feb) · withdrawn Sun 9 Feb"
    assert lines(channel) == [own_line, struck]

    await restate(store, toll("b", "Army B", 90, 3), channel, hours=1)
    other_line = "Army B: 90 soldiers were killed in the attack on Sudzha (said Thu 6 Feb)"
    assert lines(channel) == [
        f"{own_line} · differs from Army B (Thu 6 Feb)",
        f"{other_line} · differs from Army A (Thu 6 Feb) · restored Sun 9 Feb",
    ]


async def test_a_crash_between_record_and_flags_loses_no_edit(store: SqlStore) -> None:
    """Flags that were not put right when the process ended are when it begins again, once, however often it does."""
    channel = Channel()
    await post_tolls(store, channel)
    article, claims = toll("b", "Army B", 90, 2, status="withheld")
    await revise_posted(store, article, claims, now=LATER, split=whole)
    await store.add_article(article, claims, now=LATER)  # and then it ends
    service = small_service(store, Claims(), lambda: LATER)
    for _ in range(2):
        await service.resume()
    worker = DeliveryWorker(store, {"discord": channel})
    await worker.deliver_due(LATER)
    assert lines(channel)[0] == "Army A: 40 soldiers were killed in the attack on Sudzha (said Thu 6 Feb)"
    await service.resume()
    assert await worker.deliver_due(LATER) == 0


async def test_a_claim_corrected_to_what_another_says_differs_no_more(store: SqlStore) -> None:
    """Both lines lose the flag, also where the other record has had another version in between."""
    channel = Channel()
    await post_tolls(store, channel)
    await restate(store, toll("a", "Army A", 40, 2), channel)
    await restate(store, toll("b", "Army B", 40, 2), channel, hours=1)
    assert [line.count("differs") for line in lines(channel)] == [0, 0]


async def test_what_waits_to_be_posted_is_put_right_unseen(store: SqlStore) -> None:
    """A message that was never tried goes out without what was withdrawn meanwhile, and nothing is struck out."""
    article, claims = read("40 houses were damaged")
    await store.add_article(article, claims, now=make.NOW)
    await store.add_schedule(make.schedule())
    made = compose_digest("Digest", [SourcedClaim(claim, article) for claim in claims], now=DUE)
    waiting = make.delivery(digest=made.digest, not_before=LATER)
    await store.queue_run(make.run(), [waiting], made.claim_ids, next_due=DUE + timedelta(days=1))

    await change(store, read("14 houses were damaged", 2))
    channel = Channel()
    await DeliveryWorker(store, {"discord": channel}).deliver_due(LATER)
    assert lines(channel)[0] == "Ministry: 14 houses were damaged (said Thu 6 Feb)"
    assert channel.notes == []


async def test_a_number_that_is_right_again_stands_plain_beside_the_wrong_one(store: SqlStore) -> None:
    """What is struck out is what no longer holds, not the words that are true to the record again."""
    channel = Channel()
    await post(store, *read("40 houses were damaged"), channel)
    for version, count in ((2, "14"), (3, "40")):
        await change(store, read(f"{count} houses were damaged", version))
    await DeliveryWorker(store, {"discord": channel}).deliver_due(LATER)
    assert lines(channel)[0] == (
        "Ministry: ~~14 houses were damaged~~ 40 houses were damaged (said Thu 6 Feb) · corrected Sun 9 Feb"
    )


@pytest.mark.parametrize(
    ("later", "standing"),
    [
        (read("40 houses were damaged", 2), ""),
        (read("14 houses were damaged", 2), "Corrected since: Ministry: 14 houses were damaged (said Thu 6 Feb)"),
        (read("40 houses were damaged", 2, status="withheld"), "Withdrawn since: the article no longer says this."),
    ],
)
async def test_a_passage_says_what_has_become_of_it(
    store: SqlStore, later: tuple[Article, list[Claim]], standing: str
) -> None:
    """Who looks up a line that was posted learns how it reads now."""
    article, claims = read("40 houses were damaged")
    await store.add_article(article, claims, now=make.NOW)
    await store.add_article(*later, now=LATER)
    assert await standing_of(store, SourcedClaim(claims[0], article), now=LATER) == standing


async def test_an_edit_that_would_not_fit_keeps_less_of_what_was_struck_out(store: SqlStore) -> None:
    """An edit stays one message: the struck-out words are shortened before anything else."""
    channel = Channel()
    long = "40 houses were damaged near the river by the storm that came over the hills and the old town at night"
    await post(store, *read(long), channel)

    def tight(_: PlatformName, digest: Digest) -> list[Digest]:
        return [digest] * (1 + any(len(item.was) > 80 for item in digest.items))

    version = read(long.replace("40", "14"), 2)
    assert await revise_posted(store, *version, now=LATER, split=tight) == 1
    await DeliveryWorker(store, {"discord": channel}).deliver_due(LATER)

    assert "…~~ 14 houses were damaged near the river" in lines(channel)[0]


async def test_an_edit_that_would_not_fit_gives_up_headlines_last(store: SqlStore) -> None:
    """The headlines that stand with lines go only where no shortening of struck-out words is enough."""
    channel = Channel()
    await post(store, *read("40 houses were damaged", headline="Storm hits the coast at night"), channel)
    [posted_digest] = channel.messages.values()
    assert {item.headline for item in posted_digest.items} == {"Storm hits the coast at night"}

    def tight(_: PlatformName, digest: Digest) -> list[Digest]:
        return [digest] * (1 + any(item.headline for item in digest.items))

    version = read("14 houses were damaged", 2, headline="Storm hits the coast at night")
    assert await revise_posted(store, *version, now=LATER, split=tight) == 1
    await DeliveryWorker(store, {"discord": channel}).deliver_due(LATER)

    assert lines(channel)[0].startswith("Ministry: ~~…~~ 14 houses were damaged")
