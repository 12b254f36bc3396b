"""What words a language must give the rules that compare claims and print them, and what each list is for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, eq=False, kw_only=True)
class Events:
    """What claims say happens, by class, and the words that make it a plan or a count of harm."""

    senses: dict[str, tuple[frozenset[str], frozenset[str]]]  #: words that say one thing, and those of its opposite
    phrases: dict[str, dict[str, int]]  #: two words that have a sense together; −1 where they say the opposite
    holding: frozenset[str]  #: what says that a place is controlled, where those who may do so are its subject
    held_by: frozenset[str]  #: who they are
    fates: frozenset[str]  #: senses that keep apart what is counted: who is hurt is not dead
    lives: frozenset[str]  #: nouns that count the dead
    saving: frozenset[str]  #: unless one of these stands by
    grave: frozenset[str]  #: those of them that are news by themselves
    things: frozenset[str]  #: senses of who acts or suffers, which tell little of what happens
    selves: frozenset[str]  #: what a denial calls its maker by, who is named before it
    light: frozenset[str]  #: verbs that say nothing without their object
    returning: frozenset[str]  #: what has a thing after “to”, and no infinitive
    exclusive: frozenset[str]  #: senses of what only one party can do
    irregular: dict[str, frozenset[str]]  #: words by their irregular forms
    endings: tuple[str, ...]  #: what is cut off words to compare them, the longest first
    gerund_endings: tuple[str, ...]  #: how the form of a verb ends that goes on
    past_endings: frozenset[str]  #: how a verb ends that says what was done
    comparisons: frozenset[str]  #: what stands before a number that another one is compared with
    ruling_out: frozenset[str]  #: what says that what follows cannot be
    motions: frozenset[str]  #: verbs after which “up to” names what is reached and no bound
    past_times: frozenset[str]  #: what says that something was at another time than the news
    open_modals: frozenset[str]  #: modals that leave a later event open
    future_modals: frozenset[str]  #: those that put it off
    able_modals: frozenset[str]  #: those that say that somebody is able to
    lasting: frozenset[str]  #: what says that something goes on: “still leaking”, “closed until further notice”
    qualifying: frozenset[str]  #: plans that only qualify a noun behind an article or quantifier: “all planned talks”
    causes: frozenset[str]  #: what stands between a cause and what came of it
    caused: frozenset[str]  #: what stands between what came of a cause and the cause
    to_blame: frozenset[str]  #: what follows a cause and ends its sentence
    charging: frozenset[str]  #: cues that name what came of a cause and the cause: “blamed the blast on gas”
    accusing: frozenset[str]  #: cues whose object tells what somebody has done, without a finite verb
    charged: frozenset[str]  #: what stands between the two behind such a cue
    charged_for: frozenset[str]  #: the same where the cause comes first
    untruths: frozenset[str]  #: what a claim is called that is denied
    emphases: frozenset[str]  #: what may stand before such a word
    truths: frozenset[str]  #: what it is called that is not, and what there is none of in it
    of_claims: frozenset[str]  #: what stands between the noun for a claim and what it says, beside “that”
    blaming: str  #: one of `causes`, which stands for the following two
    unconnected: frozenset[str]  #: what says that the one before did not bring about the one behind
    connected: frozenset[str]  #: the same after words of denying
    comparing: frozenset[str]  #: what follows a comparative that bounds a number
    bounding: frozenset[str]  #: comparatives that make a bound of a negation before them: “no more than”
    plans: frozenset[str]  #: what else makes a later event no fact
    single_events: frozenset[str]  #: terms of what happens once, so that it has one time
    confirming: frozenset[str]  #: what says how a fate is known: “found dead”
    counting: frozenset[str]  #: words that tell how a count stands and what it came of, and nothing of what is counted
    quantity_heads: frozenset[str]  #: nouns that say that what follows is counted
    harms: dict[str, frozenset[str]]  #: measures of harm to people, with the stems that name them
    time_units: frozenset[str]  #: units of which an amount cannot be compared
    grounds: frozenset[str]  #: what says how something is known, before “that”
    pointing: frozenset[str]  #: what stands, beside articles, before the noun for a claim that a denial points back to
    citing: frozenset[str]  #: other phrases that say that a claim rests on somebody else
    plain: frozenset[str]  #: words that two claims may share without speaking of one thing
    common_openings: frozenset[str]  #: what begins a description rather than a name


@dataclass(frozen=True, eq=False, kw_only=True)
class Cues:
    """What the words that attribute a claim tell of its content, as stems of verbs and phrases."""

    stating: frozenset[str]  #: their object is a statement, however short
    telling: frozenset[str]  #: they name whom something is told, before the statement
    directions: frozenset[str]  #: prepositions before what somebody is asked to do or accused of
    talking: frozenset[str]  #: with a preposition, their object is a topic
    unreal: frozenset[str]  #: that nobody has said it
    habitual: frozenset[str]  #: that it is said now and then, by nobody whom a text would name
    everybody: frozenset[str]  #: who speaks where nobody in particular does
    impersonal: frozenset[str]  #: that somebody says it who is not named
    impersonal_participles: frozenset[str]  #: the same after a form of “be”


@dataclass(frozen=True, eq=False, kw_only=True)
class Claimants:
    """What a claimant is, by the noun that describes it."""

    documents: frozenset[str]  #: papers, polls and pictures
    parts: frozenset[str]  #: nouns for a part of those who were asked, beside fractions
    whereabouts: frozenset[str]  #: what points at a place
    respondents: frozenset[str]  #: those who answered a poll, of whom nothing else is told
    out_of: frozenset[str]  #: what stands between two numbers of which one is a part: “one in three”
    vague_modifiers: frozenset[str]  #: what stands before such a noun and does not tell whose the paper is
    uncounted: frozenset[str]  #: before a plural, that of as many none is told: “numerous studies”
    continuing: frozenset[str]  #: before a noun, that what it names went on, and is nobody's: “further tests”
    reports: frozenset[str]  #: what an outlet's account may be called, beside its kinds
    vague_bodies: frozenset[str]  #: bodies that “the” alone does not tell apart
    nondescript: frozenset[str]  #: what tells nothing with but “a”: “a person”, “a group”
    kept_back: frozenset[str]  #: who may well have asked not to be named
    candidacies: frozenset[str]  #: what anybody may be called who runs for an office
    open_offices: frozenset[str]  #: offices that many have, whose bearer a text may name elsewhere
    known_offices: frozenset[str]  #: whom everybody knows by their office
    making: frozenset[str]  #: participles before “by” and whoever made a document
    leaks: frozenset[str]  #: participles before a document that its owner has not given out: “hacked emails”
    utterances: frozenset[str]  #: those that hold their author's own words
    postings: frozenset[str]  #: what anybody may publish on a platform
    platforms: frozenset[str]
    kept_papers: frozenset[str]  #: those that whoever keeps them does not say: “police records”
    messages: frozenset[str]  #: those of which a narrator tells what they show of their author
    findings: frozenset[str]  #: those for which their makers ask or count
    counts: frozenset[str]  #: those that show what was counted or measured
    authored: frozenset[str]  #: those of which “the” alone does not tell whose they are
    handed_in: frozenset[str]  #: those that a body receives and does not write
    site_openings: frozenset[str]  #: with a capital, what begins another word for a site: “Web site”
    people_too: frozenset[str]  #: those whose noun is also one for people: “some leading figures”
    named_for_makers: frozenset[str]  #: those whose own names are their makers': “the Ipsos Poll”
    alike_documents: tuple[frozenset[str], ...]  #: those by which a text calls one and the same
    persons: frozenset[str]  #: nouns of one person
    representatives: frozenset[str]  #: who speak of another, whom “he” then means
    carers: frozenset[str]  #: who do so where another is named before
    plurals: frozenset[str]  #: nouns of several that do not look like it
    collectives: frozenset[str]  #: those that are a name where they have a capital
    leaderships: frozenset[str]  #: those who lead a body, in one word
    counting: frozenset[str]  #: words apart from numbers that count them
    single: frozenset[str]  #: what begins the description of one
    adverbial: frozenset[str]  #: what begins words that say how or when, and nobody
    continuations: frozenset[str]  #: what a description goes on with after its noun
    examples: frozenset[str]  #: what some of several are named behind
    topics: frozenset[str]  #: prepositions before what a body is of
    bodies: frozenset[str]  #: nouns whose name may hold “and”
    benches: frozenset[str]  #: who decides for a court, and is no source that an article keeps back
    forces: frozenset[str]  #: groups of people that an adjective tells apart
    stating: frozenset[str]  #: more nouns for people, bodies, papers and findings that state things
    bare_persons: frozenset[str]  #: more nouns for one person that headlines have without an article
    conduct: frozenset[str]  #: what somebody has done, by nouns that are papers elsewhere: “her record”
    partitives: frozenset[str]  #: nouns for some of those who follow: “an array of economists”
    thing_endings: frozenset[str]  #: of nouns that end as those for people do: “movement”
    behind_nouns: frozenset[str]  #: what else may stand behind a noun and tells more of it: “data available”


@dataclass(frozen=True, eq=False, kw_only=True)
class Pointing:
    """What a line may point at without holding it: “the letter”, “that mistake”."""

    one_of_many: frozenset[str]  #: nouns that “the” alone does not tell apart
    everybody_knows: frozenset[str]  #: nouns that “this” tells apart for everybody
    singling: frozenset[str]  #: words before a noun that leave but one
    remainders: frozenset[str]  #: what is left of something said before
    plain_remainders: frozenset[str]  #: what follows these where nothing said before is meant
    suches: frozenset[str]  #: adjectives for a kind that was named before
    kinds: frozenset[str]  #: nouns that take an “of”: “this kind of thing”
    before_clauses: frozenset[str]  #: conjunctions behind which a new subject stands
    ties: frozenset[str]  #: what else ties a line to the sentence before it, where it begins with that
    doing: frozenset[str]  #: verbs and other words before “this” that stands for a deed
    beside_predicates: frozenset[str]  #: what else stands before the adjective of an “it” that means nothing
    places: frozenset[str]  #: those nouns that a named place tells apart
    bodies: frozenset[str]  #: those that a body has for itself
    comparing: frozenset[str]  #: words that set something beside what was told of before: “other”, “more”, “still”
    deictic: frozenset[str]  #: adverbs for a place that was named before
    places_told: frozenset[str]  #: those that may tell a place in words told after
    before_idle_places: frozenset[str]  #: behind which they tell none: “out there”
    existing: frozenset[str]  #: verbs of “there” that tell none
    others: frozenset[str]  #: what is told from something said before
    vague: frozenset[str]  #: nouns that tell nothing by themselves
    times: frozenset[str]  #: what means another time than that of saying
    past: frozenset[str]  #: finite forms for what was
    single_speaker: frozenset[str]  #: forms by which one speaks of oneself
    listener: frozenset[str]  #: forms by which one speaks of whom one speaks to
