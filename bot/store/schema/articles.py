"""What has been read: articles, their claims, and what claims are found by."""

from __future__ import annotations

from sqlalchemy import (
    Column,
    ColumnElement,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    literal_column,
)

from bot.store.columns import Big, Flag, Moment, Real, String
from bot.store.schema.tables import table, texts

_REPLACING: ColumnElement[bool] = literal_column("supersedes IS NOT NULL")

#: `current` is false for a version that a newer one, or another article, has taken the place of; `news` is false for
#: what was added to an archive, which no scheduled digest takes up; `json` holds the fields that have no column.
article = table(
    "article",
    Column("id", String, primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("current", Flag, nullable=False),
    Column("news", Flag, nullable=False),
    *texts("status publisher headline language"),
    *texts("url publisher_domain supersedes", nullable=True),
    *(Column(name, Moment) for name in ("date_published", "date_modified")),
    Column("added_at", Moment, nullable=False),
    *texts("json body"),  # the body last, so that the rest of a row is read without it
    Index(None, "supersedes", sqlite_where=_REPLACING, postgresql_where=_REPLACING),
    Index(None, "added_at"),
)

#: Which story an article belongs to, by the id of the story's first article.
article_story = table(
    "article_story",
    Column("article_id", String, primary_key=True),
    Column("story", String, nullable=False),
    sqlite_with_rowid=False,
)

#: `claim_key` is the second it was said << 10 | a sequence number, so that newest first is an index scan;
#: `said_on` is the day on the clock of the text; `ordinal` is the claim's place in its article; the offsets count
#: characters of the article's body. `wording` is how a line puts it, `held_back` why none does, and `worded_by` a mark
#: of the program that found that out; another program finds it out anew.
claim = table(
    "claim",
    Column("claim_key", Big, primary_key=True, autoincrement=False),
    *texts("id article_id"),
    Column("version", Integer, nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("current", Flag, nullable=False),
    Column("claimant", String, nullable=False),
    *texts("claimant_short claimant_id affiliation affiliation_id side", nullable=True),
    *texts("role kind mode status"),
    *(Column(name, Moment) for name in ("said_at", "valid_from", "valid_to")),
    Column("said_on", String),
    *texts("said_precision valid_precision"),
    Column("start_offset", Integer, nullable=False),
    Column("end_offset", Integer, nullable=False),
    *texts("cue passage"),
    Column("no_response", Flag, nullable=False),
    Column("confidence", Real, nullable=False),
    Column("certainty", Real),
    *texts("held_back wording worded_by", nullable=True),
    Column("json", String, nullable=False),
    ForeignKeyConstraint(["article_id", "version"], ["article.id", "article.version"]),
    Index(None, "id"),
    Index(None, "article_id", "version"),
    Index(None, "worded_by", sqlite_where=literal_column("current = 1"), postgresql_where=literal_column("current")),
)

#: Places with how many current claims concern them; one that is only ever around others has no name here.
place = table(
    "place",
    Column("id", Big, primary_key=True, autoincrement=False),
    *texts("name kind"),
    Column("country", String),
    *(Column(name, Real) for name in ("latitude", "longitude")),
    Column("claims", Integer, nullable=False),
)

#: The same of actors.
actor = table(
    "actor",
    Column("id", String, primary_key=True),
    *texts("name kind"),
    Column("claims", Integer, nullable=False),
)

#: What current claims call an actor beside their name, where it has several words, with how many do.
actor_title = table(
    "actor_title",
    *(Column(name, String, primary_key=True) for name in ("actor_id", "title")),
    Column("claims", Integer, nullable=False),
    sqlite_with_rowid=False,
)

#: The places of current claims: `named` in the passage, known by `context`, or `around` one of those.
claim_place = table(
    "claim_place",
    Column("place_id", Big, nullable=False, autoincrement=False),
    Column("claim_key", Big, nullable=False, autoincrement=False),
    Column("mention", String, nullable=False),
    PrimaryKeyConstraint("place_id", "claim_key"),
    sqlite_with_rowid=False,
)

#: The actors of current claims; `speaks` where the claim is the actor's own: theirs, their body's, or of what holds it.
claim_actor = table(
    "claim_actor",
    Column("actor_id", String, nullable=False),
    Column("speaks", Flag, nullable=False),
    Column("claim_key", Big, nullable=False, autoincrement=False),
    PrimaryKeyConstraint("actor_id", "speaks", "claim_key"),
    sqlite_with_rowid=False,
)

#: The figures of claims, in the order of the text.
claim_figure = table(
    "claim_figure",
    Column("claim_key", Big, nullable=False, autoincrement=False),
    Column("ordinal", Integer, nullable=False),
    *(Column(name, Real) for name in ("value", "low", "high")),
    *texts("unit what party", nullable=True),
    *texts("bound surface"),
    PrimaryKeyConstraint("claim_key", "ordinal"),
    sqlite_with_rowid=False,
)

#: The few words of most weight of current claims, at which those on one thing meet; `dated` is false where nobody knows
#: when it was said; `sketch` is the words of `claim_terms` as bits, which tell most claims that are not related.
claim_event = table(
    "claim_event",
    Column("word", String, nullable=False),
    Column("dated", Flag, nullable=False),
    Column("claim_key", Big, nullable=False, autoincrement=False),
    Column("sketch", LargeBinary),
    PrimaryKeyConstraint("word", "dated", "claim_key"),
    sqlite_with_rowid=False,
)

#: What tells of a current claim, before it is read, whether it may be related to another one: all its words of weight,
#: whether it denies them, and whether it has figures to compare.
claim_terms = table(
    "claim_terms",
    Column("claim_key", Big, primary_key=True, autoincrement=False),
    Column("denies", Flag, nullable=False),
    Column("counts", Flag, nullable=False),
    Column("terms", String, nullable=False),
)

#: How a claim stands to another one, a row for each of the two; `origin` is the other's, where both say the same
#: independently; `until` is when one of them was withdrawn or replaced.
claim_relation = table(
    "claim_relation",
    Column("claim_key", Big, nullable=False, autoincrement=False),
    Column("other_key", Big, nullable=False, autoincrement=False),
    *texts("kind reason"),
    Column("origin", String),
    Column("since", Moment, nullable=False),
    Column("until", Moment),
    PrimaryKeyConstraint("claim_key", "other_key"),
    sqlite_with_rowid=False,
)
