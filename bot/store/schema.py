"""The tables, alike for SQLite and Postgres and without extensions; `migrations/` builds them.

`docs/database.md` tells people what stands in them.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    ForeignKeyConstraint,
    Identity,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    UniqueConstraint,
    literal_column,
)

from bot.store.columns import Big, Flag, Moment, Real, String

metadata = MetaData(
    naming_convention={
        "pk": "%(table_name)s_pk",
        "uq": "%(table_name)s_%(column_0_N_name)s_key",
        "fk": "%(table_name)s_%(column_0_N_name)s_fk",
        "ix": "%(table_name)s_%(column_0_N_name)s_ix",
    }
)


_REPLACING: ColumnElement[bool] = literal_column("supersedes IS NOT NULL")
_UNSENT: ColumnElement[bool] = literal_column("state IN ('pending', 'sending', 'maybe_posted', 'held')")


def _table(name: str, *parts: Any, **options: Any) -> Table:
    return Table(name, metadata, *parts, sqlite_strict=True, **options)


def _texts(names: str, *, nullable: bool = False) -> list[Column[str]]:
    return [Column(name, String, nullable=nullable) for name in names.split()]


# --- what has been read ---------------------------------------------------------------------------------------

#: `current` is false for a version that a newer one, or another article, has taken the place of; `news` is false for
#: what was added to an archive, which no scheduled digest takes up; `json` holds the fields that have no column.
article = _table(
    "article",
    Column("id", String, primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("current", Flag, nullable=False),
    Column("news", Flag, nullable=False),
    *_texts("status publisher headline language"),
    *_texts("url publisher_domain supersedes", nullable=True),
    *(Column(name, Moment) for name in ("date_published", "date_modified")),
    Column("added_at", Moment, nullable=False),
    *_texts("json body"),  # the body last, so that the rest of a row is read without it
    Index(None, "supersedes", sqlite_where=_REPLACING, postgresql_where=_REPLACING),
    Index(None, "added_at"),
)

#: Which story an article belongs to, by the id of the story's first article.
article_story = _table(
    "article_story",
    Column("article_id", String, primary_key=True),
    Column("story", String, nullable=False),
    sqlite_with_rowid=False,
)

#: `claim_key` is the second it was said << 10 | a sequence number, so that newest first is an index scan;
#: `said_on` is the day on the clock of the text; `ordinal` is the claim's place in its article; the offsets count
#: characters of the article's body. `wording` is how a line puts it, `held_back` why none does, and `worded_by` a mark
#: of the program that found that out; another program finds it out anew.
claim = _table(
    "claim",
    Column("claim_key", Big, primary_key=True, autoincrement=False),
    *_texts("id article_id"),
    Column("version", Integer, nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("current", Flag, nullable=False),
    Column("claimant", String, nullable=False),
    *_texts("claimant_short claimant_id affiliation affiliation_id side", nullable=True),
    *_texts("role kind mode status"),
    *(Column(name, Moment) for name in ("said_at", "valid_from", "valid_to")),
    Column("said_on", String),
    *_texts("said_precision valid_precision"),
    Column("start_offset", Integer, nullable=False),
    Column("end_offset", Integer, nullable=False),
    *_texts("cue passage"),
    Column("no_response", Flag, nullable=False),
    Column("confidence", Real, nullable=False),
    Column("certainty", Real),
    *_texts("held_back wording worded_by", nullable=True),
    Column("json", String, nullable=False),
    ForeignKeyConstraint(["article_id", "version"], ["article.id", "article.version"]),
    Index(None, "id"),
    Index(None, "article_id", "version"),
)

#: Places with how many current claims concern them; one that is only ever around others has no name here.
place = _table(
    "place",
    Column("id", Big, primary_key=True, autoincrement=False),
    *_texts("name kind"),
    Column("country", String),
    *(Column(name, Real) for name in ("latitude", "longitude")),
    Column("claims", Integer, nullable=False),
)

#: The same of actors.
actor = _table(
    "actor",
    Column("id", String, primary_key=True),
    *_texts("name kind"),
    Column("claims", Integer, nullable=False),
)

#: The places of current claims: `named` in the passage, known by `context`, or `around` one of those.
claim_place = _table(
    "claim_place",
    Column("place_id", Big, nullable=False, autoincrement=False),
    Column("claim_key", Big, nullable=False, autoincrement=False),
    Column("mention", String, nullable=False),
    PrimaryKeyConstraint("place_id", "claim_key"),
    sqlite_with_rowid=False,
)

#: The actors of current claims; `speaks` where the claim is the actor's own: theirs, their body's, or of what holds it.
claim_actor = _table(
    "claim_actor",
    Column("actor_id", String, nullable=False),
    Column("speaks", Flag, nullable=False),
    Column("claim_key", Big, nullable=False, autoincrement=False),
    PrimaryKeyConstraint("actor_id", "speaks", "claim_key"),
    sqlite_with_rowid=False,
)

#: The figures of claims, in the order of the text.
claim_figure = _table(
    "claim_figure",
    Column("claim_key", Big, nullable=False, autoincrement=False),
    Column("ordinal", Integer, nullable=False),
    *(Column(name, Real) for name in ("value", "low", "high")),
    *_texts("unit what party", nullable=True),
    *_texts("bound surface"),
    PrimaryKeyConstraint("claim_key", "ordinal"),
    sqlite_with_rowid=False,
)

#: The few words of most weight of current claims, at which those on one thing meet; `dated` is false where nobody knows
#: when it was said; `sketch` tells before a claim is read whether it may be related to another one.
claim_event = _table(
    "claim_event",
    Column("word", String, nullable=False),
    Column("dated", Flag, nullable=False),
    Column("claim_key", Big, nullable=False, autoincrement=False),
    Column("sketch", LargeBinary),
    PrimaryKeyConstraint("word", "dated", "claim_key"),
    sqlite_with_rowid=False,
)

#: How a claim stands to another one, a row for each of the two; `origin` is the other's, where both say the same
#: independently; `until` is when one of them was withdrawn or replaced.
claim_relation = _table(
    "claim_relation",
    Column("claim_key", Big, nullable=False, autoincrement=False),
    Column("other_key", Big, nullable=False, autoincrement=False),
    *_texts("kind reason"),
    Column("origin", String),
    Column("since", Moment, nullable=False),
    Column("until", Moment),
    PrimaryKeyConstraint("claim_key", "other_key"),
    sqlite_with_rowid=False,
)

# --- where articles come from ---------------------------------------------------------------------------------

#: The feeds that are watched: what an operator sets of each, then how it is doing. `sites` is a JSON list; `seen` one
#: of the hashes of the entries that were taken at the last look.
feed = _table(
    "feed",
    Column("id", String, primary_key=True),
    *_texts("url mode"),
    *_texts("name language selector", nullable=True),
    *(Column(name, Flag, nullable=False) for name in ("full_text", "paused", "retired")),
    *(Column(name, Integer, nullable=False) for name in ("interval", "silent_after", "failures")),
    *(Column(name, Moment, nullable=False) for name in ("added_at", "next_due")),
    *(Column(name, Moment) for name in ("last_try", "last_success", "last_new")),
    *_texts("etag last_modified body_hash error alert", nullable=True),
    *_texts("sites seen"),
    UniqueConstraint("url"),
    Index(None, "next_due"),
)

# --- the desk -------------------------------------------------------------------------------------------------

#: What waits for a decision, and what was decided. `article` is the article as JSON, before it is held.
desk_item = _table(
    "desk_item",
    Column("id", String, primary_key=True),
    *_texts("tenant kind state origin text approvals"),
    *_texts("article claim_id", nullable=True),
    Column("needs", Integer, nullable=False),
    Column("news", Flag, nullable=False),
    Column("added_at", Moment, nullable=False),
    Column("decided_at", Moment),
    Column("revision", Integer, nullable=False),
    Index(None, "tenant", "state", "added_at"),
)

#: Every decision, in the order of `seq`; rows are only ever added.
audit = _table(
    "audit",
    Column("seq", Big, Identity(), primary_key=True),
    Column("moment", Moment, nullable=False),
    *_texts("actor tenant action subject reason detail"),
    Index(None, "subject"),
)

#: What the desk has set of how a passage is read; it holds for all versions of the article that have the passage.
claim_edit = _table(
    "claim_edit",
    *_texts("article_id passage json"),
    PrimaryKeyConstraint("article_id", "passage"),
)

# --- what is sent, all of it by tenant ------------------------------------------------------------------------

#: `revision` is another number after each change, so that a scheduler need not read what it knows.
schedule = _table(
    "schedule",
    Column("tenant", String, primary_key=True),
    Column("id", String, primary_key=True),
    *_texts("name platform channel cron zone about"),
    Column("max_lines", Integer, nullable=False),
    Column("if_empty", String, nullable=False),
    Column("paused", Flag, nullable=False),
    Column("paused_why", String),
    *(Column(name, Moment, nullable=False) for name in ("created_at", "covered_until", "next_due")),
    Column("revision", Big, nullable=False),
    Column("quiet_hours", String),
    Column("grace", Integer),
    *_texts("made_by posting", nullable=True),
    UniqueConstraint("id"),
    UniqueConstraint("tenant", "name"),
)

digest_run = _table(
    "digest_run",
    Column("tenant", String, primary_key=True),
    Column("id", String, primary_key=True),
    Column("schedule_id", String, nullable=False),
    *(Column(name, Moment, nullable=False) for name in ("due", "window_from", "window_to")),
    UniqueConstraint("tenant", "schedule_id", "due"),
)

#: What a workspace, or a platform as a whole, has set or is to remember, by name.
note = _table(
    "note",
    *_texts("tenant name text"),
    PrimaryKeyConstraint("tenant", "name"),
)

#: One row for each message part, in the order of `seq`.
outbox = _table(
    "outbox",
    Column("seq", Big, Identity(), primary_key=True),
    *_texts("tenant id run_id"),
    Column("part", Integer, nullable=False),
    *_texts("platform channel digest state"),
    Column("attempts", Integer, nullable=False),
    Column("not_before", Moment, nullable=False),
    Column("maybe_posted_since", Moment),
    Column("lease_token", String),
    Column("lease_until", Moment),
    *_texts("edits remote_id error quiet_hours quiet_zone thread posting", nullable=True),
    ForeignKeyConstraint(["tenant", "run_id"], ["digest_run.tenant", "digest_run.id"]),
    UniqueConstraint("tenant", "id"),
    Index(None, "state", "not_before"),
    Index("outbox_open_ix", "tenant", "platform", "channel", "seq", sqlite_where=_UNSENT, postgresql_where=_UNSENT),
)

#: What each schedule has posted; it outlives the schedule. A claim of a newer version of the article with the same
#: passage counts as posted too.
posted_claim = _table(
    "posted_claim",
    *_texts("tenant schedule_id article_id claim_id passage"),
    PrimaryKeyConstraint("schedule_id", "article_id", "claim_id", "tenant"),
    Index(None, "claim_id"),
    sqlite_with_rowid=False,
)

#: The lines that each channel has had, whichever schedule sent them, with the story of the article.
channel_line = _table(
    "channel_line",
    *_texts("tenant platform channel claim_id story"),
    Column("posted_at", Moment, nullable=False),
    PrimaryKeyConstraint("tenant", "platform", "channel", "claim_id"),
    Index(None, "claim_id"),
    sqlite_with_rowid=False,
)
