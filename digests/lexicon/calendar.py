"""What words a language must give the rules that read dates, and what each list is for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

#: Which part of an interval is meant.
Part = Literal["early", "mid", "late", "start", "end"]
#: The calendar's units.
TimeUnit = Literal["hour", "day", "week", "weekend", "fortnight", "month", "quarter", "year", "decade"]


@dataclass(frozen=True, eq=False, kw_only=True)
class Calendar:
    """Names of days, months and seasons, and the words that place a date before or after today."""

    weekdays: tuple[str, ...]  #: in full, from Monday, in lower case
    months: tuple[str, ...]  #: in full, from January, in lower case
    weekday_shorts: dict[str, int]  #: shortened names, with the day's number from 0
    month_shorts: dict[str, int]  #: shortened names, with the month's number from 1
    feasts: dict[str, tuple[int, int]]  #: days of a fixed date, in lower case, with their month and day
    feast_endings: tuple[str, ...]  #: the nouns that names of other days end with
    seasons: dict[str, int]  #: with the first month of each, in the north
    through_seasons: frozenset[str]  #: words before a season that has passed or lasts
    times_of_day: frozenset[str]
    nights: frozenset[str]  #: those of them that “last” may stand before
    days: dict[str, int]  #: adverbs for a day, with how far it lies from today
    overnight: frozenset[str]
    units: dict[str, TimeUnit]  #: units of time in the singular
    plural_units: dict[str, TimeUnit]
    steps: dict[str, int]  #: adjectives for the unit or weekday before, in or after today’s
    more_steps: dict[str, int]  #: others, which some of those mean too
    past: frozenset[str]  #: adjectives before a number of units that have passed
    ago: frozenset[str]  #: what follows such a number
    halves_of_unit: dict[str, int]  #: what tells the part of a unit before today from that after it
    beside_days: dict[str, int]  #: what stands between “the day” and the day that it is beside
    part_adjectives: dict[str, Part]  #: which part of what follows is meant
    part_nouns: dict[str, Part]  #: the same before “of”
    kinds_of_year: frozenset[str]  #: adjectives for a year that is not counted from January
    ranges: frozenset[str]  #: what stands between two days or years, beside a dash
    before_pairs: frozenset[str]  #: what stands before two that “and” joins: “between 2 and 4 May”
    before_ranges: frozenset[str]  #: what stands before both
    weekday_names: frozenset[str]  #: words before a weekday that make it a feast or one of many
    weekday_titles: frozenset[str]  #: capitalised words after a weekday that make it a title
    no_weekdays: frozenset[tuple[str, str]]  #: two words before a weekday that is none of this week
    in_months: frozenset[str]  #: what stands between a weekday and its month
    in_seasons: frozenset[str]  #: what stands before a season and its year
    joining: frozenset[str]  #: what joins two months of one year, beside a dash
    arranged: frozenset[str]  #: what makes “to” after it speak of the future
    names_too: frozenset[str]  #: months that are persons’ names or other words too
    before_names: frozenset[str]  #: words after which these are months
    before_months: frozenset[str]  #: words after which the other months are, which these may follow as persons do
    before_years: frozenset[str]  #: words before four digits that are a year
    before_likely_years: frozenset[str]  #: the same where no noun follows that they could count
    not_years: frozenset[str]  #: nouns after four digits that make them a count
    bounding: frozenset[str]  #: prepositions that make a day the end of a stretch of time
    ahead: frozenset[str]  #: words of a clause that speaks of the future
    abilities: frozenset[str]  #: those of them that, negated, tell of what was
    past_ahead: frozenset[str]  #: those of them that may tell of what has come meanwhile: “would speak on Tuesday”
    formerly: frozenset[str]  #: adverbs by which somebody spoke on another day
    going_on: frozenset[str]  #: adverbs by which somebody goes on with what was said right before
    nowadays: frozenset[str]  #: what tells of how things are at last
    continuing: frozenset[str]  #: verbs by which somebody does so a little later
    changed_since: frozenset[str]  #: those of them by which somebody says something else now
    long_held: frozenset[str]  #: adverbs by which, with a simple past, somebody held something for a time
    long_past: frozenset[str]  #: a time since which much may have changed: “years ago”, “as a student”
    life_stages: frozenset[str]  #: how a sentence begins that tells what somebody said when young
    contests: frozenset[str]  #: what somebody ran in, and is over: “in her primary race”
    past_openings: frozenset[str]  #: how one begins that tells what somebody used to say: “in the past”
    then_in_office: frozenset[str]  #: before an office that somebody held when they spoke
    for_a_time: frozenset[str]  #: the same at a sentence's start
    at_first: frozenset[str]  #: those of them by which somebody may say something else now
    before_then: frozenset[str]  #: other words for a time before what a text tells
    nouns_too: frozenset[str]  #: words of `ahead` that are nouns where a past tense or “after” follows
    after_plans: frozenset[str]  #: behind which such a noun puts things off after all: “a plan to meet”
    timetabled: frozenset[str]  #: present forms of what is announced for a day: “schools reopen on Monday”
    ahead_beside: frozenset[str]  #: words right before a date in the future
    past_words: frozenset[str]  #: words of a clause that speaks of the past, beside verbs
    presents: frozenset[str]  #: verbs right beside a weekday that is to come: “the deadline is Monday”
    past_auxiliaries: frozenset[str]
    day_endings: tuple[str, ...]  #: how names of days end
    past_endings: tuple[str, ...]  #: how past forms of verbs end
    present_perfect: frozenset[str]  #: what says that something has lasted to today
    elapsed: frozenset[str]  #: what stands before the time that has passed since something
    lasting: frozenset[str]  #: what stands before a length of time that something has lasted
    not_lasting: frozenset[str]  #: words that say that a length of time did not reach to today, beside verbs
    spanning: frozenset[str]  #: what begins a stretch of time, during which nobody said anything
    elsewhere: frozenset[str]  #: words between a cue and a date that tie the date to something else
    clause_openings: frozenset[str]  #: those of them that do so from any distance
    back_then: frozenset[str]  #: what says that something was said at an earlier time
    told_of_then: frozenset[str]  #: verbs by which somebody may tell now of what was then
    in_occasions: frozenset[str]  #: what stands before an occasion on which somebody speaks
    throughout: frozenset[str]  #: what stands before a time within which somebody speaks
    before_listeners: frozenset[str]  #: what stands before those to whom somebody speaks then
    as_late: frozenset[str]  #: the same with how long ago it was: “as recently as”
    at_a_time: frozenset[str]  #: what opens a clause that tells when something was
    other_occasions: frozenset[str]  #: what tells an occasion from the one that was told of
    occasions: frozenset[str]  #: on which somebody speaks, beside the things that are said
    sayings: frozenset[str]  #: what may have been said on the day whose it is: “Monday’s statement”
    spoken_about: frozenset[str]  #: what opens words that tell what somebody spoke about: “asked about the vote”
    askings: frozenset[str]  #: what opens words that tell when somebody spoke: “asked on Monday”
    in_periods: frozenset[str]  #: what stands before the month or year in which something was said
    phrase_openings: frozenset[str]  #: adverbs that begin a phrase of time, beside prepositions: “early on Monday”
    dated_things: frozenset[str]  #: what a date may be part of the name of
    naming_parts: frozenset[str]  #: what names some of what is told of
    campaigns: frozenset[str]  #: those of them in which somebody speaks
    beside_events: frozenset[str]  #: prepositions before another event than the one that is told of
    made_public: frozenset[str]  #: participles behind which a date tells when a thing came to be
    posting: frozenset[str]  #: what shows that somebody said something in a post
    acquired: frozenset[str]  #: participles behind which a date tells when somebody got hold of a document
    starting: frozenset[str]  #: what begins the time from which something holds
    beside_bounds: frozenset[str]  #: what may stand behind “until” and the like: “until at least Wednesday”
    foretelling: frozenset[str]  #: what something is that a day may bring: “rain is likely on Sunday”
    putting_off: frozenset[str]  #: what has been done with what was to be on a day
    coming_verbs: frozenset[str]  #: verbs of a clause that is to come, also where the day stands first
    accounts: frozenset[str]  #: things that tell of what was: “reports by divers of a bang on Sunday”
    telling_of: frozenset[str]  #: what stands between those and what they tell of, or who tells it
    sudden: frozenset[str]  #: events that nobody plans, and so are past: “would debate the crash on Monday”
    undergone: frozenset[str]  #: irregular participles of what was done to a thing, beside those of the grammar
    came_about: frozenset[str]  #: before an infinitive, what says that it came about: “managed to”
    unsure: frozenset[str]  #: adverbs before a day that may be past or to come: “…, likely on Monday”
    dating: frozenset[str]  #: what stands between a document and the day or year that it is of
    on_dates: frozenset[str]  #: prepositions behind those
    before_days: frozenset[str]  #: the preposition before the day on which something is
    arriving: frozenset[str]  #: present verbs by which news follows on something: “the vote comes a day after”
    arrived: frozenset[str]  #: the past forms of those
    published_later: frozenset[str]  #: what keeps what was said on a day and is published on another: “minutes”
    recordings: frozenset[str]  #: what keeps somebody's words, beside the things that are said: “a clip from 1999”
    delivered: frozenset[str]  #: what somebody did with words on a day: “a remark she made in May”
    thereafter: frozenset[str]  #: adverbs of a saying at a later time than what stands before
    following: frozenset[str]  #: what stands before a unit of time that is counted from another time: “the next year”
    next_times: frozenset[str]  #: those of them that need no other sentence, as they may be counted from now
    aged: frozenset[str]  #: what is said of old records of somebody's words: “in a resurfaced interview”
    soon: frozenset[str]  #: adverbs before a phrase of time: “shortly after”
    short_units: frozenset[str]  #: how long before or after an event something is said that is told of it
    within_times: frozenset[str]  #: what stands before an event, at whose time something is said
    time_clauses: frozenset[str]  #: what stands before a clause, or an office, at whose time something is said
    born: frozenset[str]  #: irregular participles of what somebody's life or a body's began with
    taking_office: frozenset[str]  #: what tells of the beginning of somebody's time in an office
    meetings: frozenset[str]  #: past verbs by which somebody and others spoke: “she met Odom in May”
