CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL,
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
CREATE TABLE article (
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	current INTEGER NOT NULL,
	news INTEGER NOT NULL,
	status TEXT NOT NULL,
	publisher TEXT NOT NULL,
	headline TEXT NOT NULL,
	language TEXT NOT NULL,
	url TEXT,
	publisher_domain TEXT,
	supersedes TEXT,
	date_published TEXT,
	date_modified TEXT,
	added_at TEXT NOT NULL,
	json TEXT NOT NULL,
	body TEXT NOT NULL,
	CONSTRAINT article_pk PRIMARY KEY (id, version)
)
 STRICT;
CREATE INDEX article_supersedes_ix ON article (supersedes) WHERE supersedes IS NOT NULL;
CREATE INDEX article_added_at_ix ON article (added_at);
CREATE TABLE claim (
	claim_key INTEGER NOT NULL,
	id TEXT NOT NULL,
	article_id TEXT NOT NULL,
	version INTEGER NOT NULL,
	ordinal INTEGER NOT NULL,
	current INTEGER NOT NULL,
	claimant TEXT NOT NULL,
	claimant_short TEXT,
	claimant_id TEXT,
	affiliation TEXT,
	affiliation_id TEXT,
	side TEXT,
	role TEXT NOT NULL,
	kind TEXT NOT NULL,
	mode TEXT NOT NULL,
	status TEXT NOT NULL,
	said_at TEXT,
	valid_from TEXT,
	valid_to TEXT,
	said_on TEXT,
	said_precision TEXT NOT NULL,
	valid_precision TEXT NOT NULL,
	start_offset INTEGER NOT NULL,
	end_offset INTEGER NOT NULL,
	cue TEXT NOT NULL,
	passage TEXT NOT NULL,
	no_response INTEGER NOT NULL,
	confidence REAL NOT NULL,
	json TEXT NOT NULL, certainty REAL, held_back TEXT, wording TEXT, worded_by TEXT,
	CONSTRAINT claim_pk PRIMARY KEY (claim_key),
	CONSTRAINT claim_article_id_version_fk FOREIGN KEY(article_id, version) REFERENCES article (id, version)
)
 STRICT;
CREATE INDEX claim_id_ix ON claim (id);
CREATE INDEX claim_article_id_version_ix ON claim (article_id, version);
CREATE TABLE place (
	id INTEGER NOT NULL,
	name TEXT NOT NULL,
	kind TEXT NOT NULL,
	country TEXT,
	latitude REAL,
	longitude REAL,
	claims INTEGER NOT NULL,
	CONSTRAINT place_pk PRIMARY KEY (id)
)
 STRICT;
CREATE TABLE actor (
	id TEXT NOT NULL,
	name TEXT NOT NULL,
	kind TEXT NOT NULL,
	claims INTEGER NOT NULL,
	CONSTRAINT actor_pk PRIMARY KEY (id)
)
 STRICT;
CREATE TABLE claim_place (
	place_id INTEGER NOT NULL,
	claim_key INTEGER NOT NULL,
	mention TEXT NOT NULL,
	CONSTRAINT claim_place_pk PRIMARY KEY (place_id, claim_key)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE claim_actor (
	actor_id TEXT NOT NULL,
	speaks INTEGER NOT NULL,
	claim_key INTEGER NOT NULL,
	CONSTRAINT claim_actor_pk PRIMARY KEY (actor_id, speaks, claim_key)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE claim_figure (
	claim_key INTEGER NOT NULL,
	ordinal INTEGER NOT NULL,
	value REAL,
	low REAL,
	high REAL,
	unit TEXT,
	what TEXT,
	party TEXT,
	bound TEXT NOT NULL,
	surface TEXT NOT NULL,
	CONSTRAINT claim_figure_pk PRIMARY KEY (claim_key, ordinal)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE claim_event (
	word TEXT NOT NULL,
	dated INTEGER NOT NULL,
	claim_key INTEGER NOT NULL, sketch BLOB,
	CONSTRAINT claim_event_pk PRIMARY KEY (word, dated, claim_key)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE claim_relation (
	claim_key INTEGER NOT NULL,
	other_key INTEGER NOT NULL,
	kind TEXT NOT NULL,
	reason TEXT NOT NULL,
	origin TEXT,
	since TEXT NOT NULL,
	until TEXT,
	CONSTRAINT claim_relation_pk PRIMARY KEY (claim_key, other_key)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE feed (
	id TEXT NOT NULL,
	url TEXT NOT NULL,
	mode TEXT NOT NULL,
	name TEXT,
	language TEXT,
	selector TEXT,
	full_text INTEGER NOT NULL,
	paused INTEGER NOT NULL,
	retired INTEGER NOT NULL,
	interval INTEGER NOT NULL,
	silent_after INTEGER NOT NULL,
	failures INTEGER NOT NULL,
	added_at TEXT NOT NULL,
	next_due TEXT NOT NULL,
	last_try TEXT,
	last_success TEXT,
	last_new TEXT,
	etag TEXT,
	last_modified TEXT,
	body_hash TEXT,
	error TEXT,
	alert TEXT,
	sites TEXT NOT NULL,
	seen TEXT NOT NULL,
	CONSTRAINT feed_pk PRIMARY KEY (id),
	CONSTRAINT feed_url_key UNIQUE (url)
)
 STRICT;
CREATE INDEX feed_next_due_ix ON feed (next_due);
CREATE TABLE desk_item (
	id TEXT NOT NULL,
	tenant TEXT NOT NULL,
	kind TEXT NOT NULL,
	state TEXT NOT NULL,
	origin TEXT NOT NULL,
	text TEXT NOT NULL,
	approvals TEXT NOT NULL,
	article TEXT,
	claim_id TEXT,
	needs INTEGER NOT NULL,
	news INTEGER NOT NULL,
	added_at TEXT NOT NULL,
	decided_at TEXT,
	revision INTEGER NOT NULL,
	CONSTRAINT desk_item_pk PRIMARY KEY (id)
)
 STRICT;
CREATE INDEX desk_item_tenant_state_added_at_ix ON desk_item (tenant, state, added_at);
CREATE TABLE audit (
	seq INTEGER NOT NULL,
	moment TEXT NOT NULL,
	actor TEXT NOT NULL,
	tenant TEXT NOT NULL,
	action TEXT NOT NULL,
	subject TEXT NOT NULL,
	reason TEXT NOT NULL,
	detail TEXT NOT NULL,
	CONSTRAINT audit_pk PRIMARY KEY (seq)
)
 STRICT;
CREATE INDEX audit_subject_ix ON audit (subject);
CREATE TABLE claim_edit (
	article_id TEXT NOT NULL,
	passage TEXT NOT NULL,
	json TEXT NOT NULL,
	CONSTRAINT claim_edit_pk PRIMARY KEY (article_id, passage)
)
 STRICT;
CREATE TABLE schedule (
	tenant TEXT NOT NULL,
	id TEXT NOT NULL,
	name TEXT NOT NULL,
	platform TEXT NOT NULL,
	channel TEXT NOT NULL,
	cron TEXT NOT NULL,
	zone TEXT NOT NULL,
	about TEXT NOT NULL,
	max_lines INTEGER NOT NULL,
	if_empty TEXT NOT NULL,
	paused INTEGER NOT NULL,
	paused_why TEXT,
	created_at TEXT NOT NULL,
	covered_until TEXT NOT NULL,
	next_due TEXT NOT NULL,
	revision INTEGER NOT NULL,
	quiet_hours TEXT,
	grace INTEGER, made_by TEXT, posting TEXT,
	CONSTRAINT schedule_pk PRIMARY KEY (tenant, id),
	CONSTRAINT schedule_id_key UNIQUE (id),
	CONSTRAINT schedule_tenant_name_key UNIQUE (tenant, name)
)
 STRICT;
CREATE TABLE posted_claim (
	tenant TEXT NOT NULL,
	schedule_id TEXT NOT NULL,
	article_id TEXT NOT NULL,
	claim_id TEXT NOT NULL,
	passage TEXT NOT NULL,
	CONSTRAINT posted_claim_pk PRIMARY KEY (schedule_id, article_id, claim_id, tenant)
)
 WITHOUT ROWID,
 STRICT;
CREATE INDEX posted_claim_claim_id_ix ON posted_claim (claim_id);
CREATE TABLE digest_run (
	tenant TEXT NOT NULL,
	id TEXT NOT NULL,
	schedule_id TEXT NOT NULL,
	due TEXT NOT NULL,
	window_from TEXT NOT NULL,
	window_to TEXT NOT NULL,
	CONSTRAINT digest_run_pk PRIMARY KEY (tenant, id),
	CONSTRAINT digest_run_tenant_schedule_id_due_key UNIQUE (tenant, schedule_id, due)
)
 STRICT;
CREATE TABLE outbox (
	seq INTEGER NOT NULL,
	tenant TEXT NOT NULL,
	id TEXT NOT NULL,
	run_id TEXT NOT NULL,
	part INTEGER NOT NULL,
	platform TEXT NOT NULL,
	channel TEXT NOT NULL,
	digest TEXT NOT NULL,
	state TEXT NOT NULL,
	attempts INTEGER NOT NULL,
	not_before TEXT NOT NULL,
	maybe_posted_since TEXT,
	lease_token TEXT,
	lease_until TEXT,
	edits TEXT,
	remote_id TEXT,
	error TEXT,
	quiet_hours TEXT,
	quiet_zone TEXT,
	thread TEXT, posting TEXT,
	CONSTRAINT outbox_pk PRIMARY KEY (seq),
	CONSTRAINT outbox_tenant_run_id_fk FOREIGN KEY(tenant, run_id) REFERENCES digest_run (tenant, id),
	CONSTRAINT outbox_tenant_id_key UNIQUE (tenant, id)
)
 STRICT;
CREATE INDEX outbox_state_not_before_ix ON outbox (state, not_before);
CREATE INDEX outbox_open_ix ON outbox (tenant, platform, channel, seq) WHERE state IN ('pending', 'sending', 'maybe_posted', 'held');
CREATE VIRTUAL TABLE claim_words USING fts5(
    words, content='', columnsize=0, detail=none, tokenize='unicode61 remove_diacritics 0'
);
CREATE TABLE article_story (
	article_id TEXT NOT NULL,
	story TEXT NOT NULL,
	CONSTRAINT article_story_pk PRIMARY KEY (article_id)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE channel_line (
	tenant TEXT NOT NULL,
	platform TEXT NOT NULL,
	channel TEXT NOT NULL,
	claim_id TEXT NOT NULL,
	story TEXT NOT NULL,
	posted_at TEXT NOT NULL,
	CONSTRAINT channel_line_pk PRIMARY KEY (tenant, platform, channel, claim_id)
)
 WITHOUT ROWID,
 STRICT;
CREATE INDEX channel_line_claim_id_ix ON channel_line (claim_id);
CREATE TABLE note (
	tenant TEXT NOT NULL,
	name TEXT NOT NULL,
	text TEXT NOT NULL,
	CONSTRAINT note_pk PRIMARY KEY (tenant, name)
)
 STRICT;
CREATE TABLE claim_terms (
	claim_key INTEGER NOT NULL,
	denies INTEGER NOT NULL,
	counts INTEGER NOT NULL,
	terms TEXT NOT NULL,
	CONSTRAINT claim_terms_pk PRIMARY KEY (claim_key)
)
 STRICT;
CREATE INDEX outbox_tenant_run_id_ix ON outbox (tenant, run_id);
CREATE INDEX claim_worded_by_ix ON claim (worded_by) WHERE current = 1;
CREATE TABLE actor_title (
	actor_id TEXT NOT NULL,
	title TEXT NOT NULL,
	claims INTEGER NOT NULL,
	CONSTRAINT actor_title_pk PRIMARY KEY (actor_id, title)
)
 WITHOUT ROWID,
 STRICT;
