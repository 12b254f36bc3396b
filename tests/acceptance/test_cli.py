"""The command line as people use it."""

from __future__ import annotations

import asyncio
import json
import os
import pty
import re
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from bot.records import open_records
from bot.store import open_store
from digests.models import Article
from tests import make
from tests.acceptance.running import RECORD, Dateline
from tests.gazetteer import with_gazetteer
from tests.paths import REPO

SAMPLES = str(REPO / "config" / "samples" / "articles.jsonl")


@pytest.fixture
def dateline(tmp_path: Path) -> Dateline:
    """Dateline with an empty data folder."""
    return Dateline(tmp_path / "data")


async def test_the_demo_shows_a_digest_and_two_answers(dateline: Dateline) -> None:
    """Without a terminal the demo prints and ends; a second run does not repeat what was posted."""
    code, first, problem = await dateline("demo")
    assert code == 0, problem
    assert re.search(r"Russia.*Toretsk.*unconfirmed · no response yet", first)
    kursk, korea = first.split("/claims Kursk")[1].split("/claims North Korea")
    assert "Kursk Oblast, Russia" in kursk
    assert "North Korean" in korea
    assert "South Korean intelligence" in korea

    code, second, _ = await dateline("demo")
    assert code == 0
    digest, answers = second.split("/claims Kursk")
    assert "Toretsk" in digest  # nothing is kept between two demos
    assert answers == first.split("/claims Kursk")[1]


class Typist:
    """Somebody at a terminal in which the demo runs."""

    def __init__(self, controller: int) -> None:
        self._controller = controller
        self._shown = ""
        self._changed = asyncio.Event()
        asyncio.get_running_loop().add_reader(controller, self._read)

    async def until(self, text: str) -> None:
        """Wait until the terminal shows a text."""
        async with asyncio.timeout(30):
            while text not in self._shown:
                self._changed.clear()
                await self._changed.wait()

    async def say(self, line: str, answer: str) -> None:
        """Type a line and wait for (a part of) the answer and the next prompt."""
        self._shown = ""
        os.write(self._controller, f"{line}\r".encode())
        await self.until(answer)
        self._shown = self._shown.partition(answer)[2]
        await self.until("dateline>")

    def leave(self) -> None:
        """Read no more."""
        asyncio.get_running_loop().remove_reader(self._controller)

    def _read(self) -> None:
        try:
            self._shown += os.read(self._controller, 4096).decode(errors="replace")
        except OSError:  # the other end is closed
            self.leave()
        self._changed.set()


async def test_the_demos_prompt_answers_in_a_terminal(tmp_path: Path) -> None:
    """In a terminal the demo stays and answers `/claims`, `/digest`, `/source` and nonsense, until `/quit`."""
    controller, terminal = pty.openpty()
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "demo", stdin=terminal, stdout=terminal, stderr=terminal,
        env={**os.environ, "DATELINE_DATA": str(with_gazetteer(tmp_path)), "TERM": "xterm", "COLUMNS": "160"},
    )  # fmt: skip
    os.close(terminal)
    typist = Typist(controller)
    try:
        await typist.until("dateline>")
        await typist.say("/claims Toretsk", "no response yet")
        await typist.say("/digest Zelensky", "Zelensky digest")
        await typist.say("/claims kursk show:99", "from 1 to 25")
        await typist.say("/source nothing", "There is no claim")
        await typist.say("hello", "/claims SUBJECT")
        os.write(controller, b"/quit\r")
        assert await asyncio.wait_for(process.wait(), 30) == 0
    finally:
        typist.leave()
        os.close(controller)


async def test_records_are_added_once_and_bad_ones_named(dateline: Dateline, tmp_path: Path) -> None:
    """Good records go in, a bad one is a line with file, number, field and cure, and the exit code says so."""
    good = json.dumps(json.loads(RECORD))
    (tmp_path / "mixed.jsonl").write_text(f'{good}\n{{"publisher": "X"}}\n')

    code, out, problem = await dateline("add", str(tmp_path / "mixed.jsonl"))

    assert code == 1
    assert out == "1 added, 0 already held, 1 not readable\n"
    assert re.match(r".*mixed\.jsonl:2: .*body", problem)
    assert len(problem.splitlines()) == 1
    assert (await dateline("add", "-", given=good))[:2] == (0, "0 added, 1 already held, 0 not readable\n")


async def test_extract_writes_offsets_into_the_text(dateline: Dateline, tmp_path: Path) -> None:
    """Each line of `extract` holds attributions and claims whose offsets cut the text exactly."""
    code, out, problem = await dateline("extract", SAMPLES)
    assert code == 0, problem
    bodies = {
        (article.id, article.version): article.body for article in open_records(SAMPLES) if isinstance(article, Article)
    }

    rows = [json.loads(line) for line in out.splitlines()]

    assert len(rows) == len(bodies)
    assert not (tmp_path / "data" / "dateline.db").exists()
    for row in rows:
        for claim in row["claims"]:
            passage = claim["passage"]
            body = bodies[passage["article_id"], passage["version"]]
            assert body[passage["start"] : passage["end"]] == passage["exact"]
            assert claim["attribution"]["content"][0][0] == passage["start"]
        assert all(set(one) >= {"source", "cue", "content"} for one in row["attributions"])


async def test_extract_takes_bare_texts(dateline: Dateline) -> None:
    """A line with only an id and a text is read too, its own annotations ignored."""
    text = "The harbour board said that the port would reopen."
    given = json.dumps({"id": "t1", "text": text, "attributions": []})

    code, out, problem = await dateline("extract", "-", given=given)

    assert code == 0, problem
    row = json.loads(out)
    assert row["id"] == "t1"
    [[start, end]] = row["attributions"][0]["source"]
    assert text[start:end] == "The harbour board"


async def test_extract_with_workers_writes_the_same(dateline: Dateline) -> None:
    """Two processes write the same bytes in the same order as one, and `--stats` counts them on standard error."""
    alone = await dateline("extract", SAMPLES)
    code, out, told = await dateline("extract", "--workers", "2", "--stats", SAMPLES)

    assert code == 0, told
    assert out == alone[1]
    rows = [json.loads(line) for line in out.splitlines()]
    figures = dict(re.findall(r"^(\w+): +(.*)$", told, re.MULTILINE))
    assert figures["articles"] == f"{len(rows)}, 0 not readable, 0 not English"
    assert figures["claims"].startswith(f"{sum(len(row['claims']) for row in rows)}, ")
    assert figures["attributions"].startswith(f"{sum(len(row['attributions']) for row in rows)} (")
    assert re.fullmatch(r"[\d.]+ articles/s, [\d.]+ articles/CPU-s", figures["pace"])
    assert float(figures["memory"].split()[0]) > 50


async def test_extract_says_what_is_not_english(dateline: Dateline) -> None:
    """A German text is left unread and said to be German, in the row and on standard error; bad records are named."""
    text = "Die Regierung teilte am Montag mit, dass die Brücke nach dem Angriff nicht mehr befahrbar ist."
    given = "\n".join([json.dumps({"id": "t1", "text": text}), '{"id": "t2"}'])

    code, out, told = await dateline("extract", "--stats", "-", given=given)

    assert code == 1
    assert json.loads(out) == {"id": "t1", "not_english": "de", "attributions": [], "claims": []}
    assert "not English, left unread" in told
    assert "German" in told
    assert "articles:     1, 1 not readable, 1 not English" in told


async def test_extract_writes_toponyms(dateline: Dateline) -> None:
    """`extract --toponyms` gives each place named with its offsets, coordinates and GeoNames id."""
    text = "The bridge at Sudzha is open."
    code, out, problem = await dateline("extract", "--toponyms", "-", given=json.dumps({"id": "t1", "text": text}))

    assert code == 0, problem
    [place] = json.loads(out)["toponyms"]
    assert text[place["start"] : place["end"]] == "Sudzha"
    assert place["geonameid"] == 486816
    assert 51 < place["lat"] < 52


async def test_claims_and_sources_are_answered(dateline: Dateline) -> None:
    """`claims --json` gives the lines, and `source` the passage of one of them."""
    dateline.hold_samples()

    code, out, _ = await dateline("claims", "--json", "Zelenskyy", "since:2025-02-01")
    assert code == 0
    items = [item for section in json.loads(out)["digest"]["sections"] for item in section["items"]]
    assert {item["claimant"] for item in items} == {"Zelensky"}

    code, out, _ = await dateline("source", items[0]["claim_id"])
    assert code == 0
    assert items[0]["source"] in out


@pytest.mark.parametrize("form", ["terminal", "discord", "slack", "json"])
async def test_a_digest_is_written_in_every_form(dateline: Dateline, form: str) -> None:
    """`digest --as` writes the same lines for each platform, and keeps to the number asked for."""
    dateline.hold_samples()

    code, out, problem = await dateline("digest", "--about", "kursk", "--max", "3", "--as", form)

    assert code == 0, problem
    assert "North Korean" in out
    if form == "json":
        assert sum(len(section["items"]) for section in json.loads(out)["sections"]) == 3
    elif form != "terminal":
        assert isinstance(json.loads(out), list)


async def test_schedules_are_kept(dateline: Dateline) -> None:
    """A schedule can be added, listed, changed, shown, tried, paused, resumed and removed."""
    add = ["--platform", "slack", "--workspace", "T1", "--channel", "C1", "--zone", "Europe/Kyiv", "--name", "morning"]
    code, out, problem = await dateline("schedule", "add", *add)
    assert code == 0, problem
    assert "morning" in out

    named = ["morning", "--workspace", "slack:T1"]
    changes = [*named, "--zone", "Asia/Tokyo", "--at", "9am weekdays"]
    code, out, problem = await dateline("schedule", "edit", *changes)
    assert (code, problem, "weekdays at 09:00, Asia/Tokyo" in out) == (0, "", True)
    steps = [("show", "Nothing has been due yet"), ("test", "queued"), ("show", "is on its way")]
    for command, expected in (*steps, ("pause", "paused"), ("resume", "morning"), ("remove", "Removed morning")):
        code, out, problem = await dateline("schedule", command, *named)
        assert (code, problem) == (0, "")
        assert expected in out
    assert "morning" not in (await dateline("schedule", "list"))[1]


async def test_an_operator_decides_about_messages(dateline: Dateline) -> None:
    """What is not sent is listed with the reason, and is sent again or dropped by the beginning of its id."""
    store = await open_store(dateline.database)
    await store.add_schedule(make.schedule())
    assert await store.queue_run(make.run(), [make.delivery("abc1"), make.delivery("abd2")], [], next_due=make.NOW)
    late = make.NOW + timedelta(days=7)
    [taken] = await store.take_deliveries(late, platforms=["discord"], limit=1, lease_seconds=60)
    assert await store.mark_held(taken, "nobody can tell", until=None)

    code, out, problem = await dateline("outbox", "list")
    assert (code, problem) == (0, "")
    assert re.search(r"abd2 +discord:1 +100 +Kursk +pending +0", out)
    assert re.search(r"abc1 +discord:1 +100 +Kursk +held +0 +nobody can tell", out)
    for arguments, told in ((["send", "abc"], "abc1 goes out"), (["drop", "abd"], "abd2 is not sent")):
        code, out, problem = await dateline("outbox", *arguments)
        assert (code, problem) == (0, "")
        assert told in out
    assert {row.id: row.state for row in await store.unsent()} == {"abc1": "pending", "abd2": "dead"}
    code, _, problem = await dateline("outbox", "send", "ab")
    assert code == 1
    assert "2 messages have ids that begin with “ab”" in problem
    await store.close()


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["outbox", "drop", "abc"], "No unsent message has an id that begins with “abc”"),
        (["run"], "DATELINE_DISCORD_TOKEN"),
        (["add", "nowhere.json"], "nowhere.json"),
        (["claims", "kursk", "kind:rumour"], "kind:rumour"),
        (["source", "nothing"], "no claim"),
        (["schedule", "remove", "x", "--workspace", "y"], "no digest called"),
        (["schedule", "add", "--platform", "discord", "--channel", "1", "--at", "25:00"], "25:00"),
    ],
)
async def test_a_mistake_is_one_readable_line(dateline: Dateline, arguments: list[str], complaint: str) -> None:
    """What goes wrong is told in one line that says what to do, without a traceback, and exit code 1."""
    code, _, problem = await dateline(*arguments)

    assert code == 1
    assert complaint in problem
    assert len(problem.strip().splitlines()) == 1


async def test_a_schedules_channel_must_be_one(dateline: Dateline) -> None:
    """What is no id of a channel is refused with how one looks, and nothing of a schedule steers the terminal."""
    to = ("schedule", "add", "--platform", "discord", "--workspace", "1", "--at", "08:00")
    code, _, problem = await dateline(*to, "--channel", "#news")
    assert code == 1
    assert "“#news” is no id of a discord channel. It looks like 1234567890" in problem
    code, shown, problem = await dateline(*to, "--channel", "5678", "--about", "kursk [/b]\x1b]52;c;aGk=\x07")
    assert "\x1b" not in shown + problem
