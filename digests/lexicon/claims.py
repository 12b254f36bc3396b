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
class Lines:
    """What a line may leave out or write short, where it may end, and what it must not begin with."""

    weather: frozenset[str]  #: what only the weather does, of which “it” is nobody
    leads: frozenset[str]  #: words that tie a sentence to the one before it
    following: frozenset[str]  #: what begins a main clause behind its condition
    announced: frozenset[str]  #: pronouns for a thing that is told next
    comma_leads: frozenset[str]  #: those of them that only a comma makes so: “however, …”
    pointed_amounts: frozenset[str]  #: nouns that need an article, so that a “that” before one points at it
    times_of_day: frozenset[str]
    approximators: frozenset[str]  #: words before a number that is not exact
    converted_units: frozenset[str]  #: units of a measure that is given twice
    short_units: dict[str, str]  #: units as they are written short
    compass: dict[str, str]  #: points of the compass, written short
    multiples: frozenset[str]  #: before “as much as” these compare two amounts
    amounts: frozenset[str]  #: the adjectives in “as much as”
    bystanders: frozenset[str]  #: nouns for people whom a pronoun may mean, beside roles and occupations
    person_endings: frozenset[str]  #: how nouns of persons may end
    backwards: frozenset[str]  #: what makes an amount of time a date
    infinitives: frozenset[str]  #: what shows a verb although it is none
    described_places: frozenset[str]  #: what a place is said to be after its name
    openings: frozenset[str]  #: what sets a scene at the beginning of a sentence
    participles: frozenset[str]  #: what opens a clause like a conjunction
    comparisons: frozenset[str]  #: what goes on with a comparison
    joined_adverbs: frozenset[str]  #: that may stand between a conjunction and its verb
    joined_verbs: frozenset[str]  #: that go on with a second predicate
    closely: frozenset[str]  #: what before “after” and “before” makes one phrase of both: “right after”
    opening_concessions: frozenset[str]  #: what also grants the opposite where it begins a sentence
    pointing_back: frozenset[str]  #: words by which a sentence needs the one before it, apart from pronouns
    seeming: frozenset[str]  #: verbs whose “it” stands for what follows
    appearing: frozenset[str]  #: those of them that a clause follows
    measured: frozenset[str]  #: what is told of an “it” that means something, before “to” or “for”
    predicates: frozenset[str]  #: adjectives of such an “it”
    before_predicates: frozenset[str]  #: what may stand before them
    predicate_ends: frozenset[str]  #: words apart from conditions with which what it stands for begins
    taking_ends: frozenset[str]  #: words after the time that “it” takes
    dangling_objects: frozenset[str]  #: object forms that point at something said before
    taking: frozenset[str]  #: verbs of how long “it” takes
    minds: frozenset[str]  #: verbs of what only the speaker can know of himself
    mental_states: frozenset[str]  #: adjectives of the same
    adverbs: frozenset[str]  #: what may stand before them
    after_objects: frozenset[str]  #: adverbs after an object pronoun
    kin: frozenset[str]  #: nouns of persons whom nothing but the noun tells of, beside those of a claimant
    describing: frozenset[str]  #: what goes on to describe a source that is named already
    describing_prepositions: frozenset[str]  #: those that do so after a plural
    noun_prepositions: frozenset[str]  #: those after the noun of a description
    last_words: frozenset[str]  #: words with which no line ends


@dataclass(frozen=True, eq=False, kw_only=True)
class Turns:
    """How a speaker grants one thing and means another, so that the first alone is not what was said."""

    turning: frozenset[str]  #: what begins words that speak against those before
    turning_apart: frozenset[str]  #: what does so where a comma stands behind it
    going_further: frozenset[str]  #: behind “but that is not”, that there is more of the same
    correcting: frozenset[str]  #: adverbs behind “but” by which what was denied is set right
    exchanging: frozenset[str]  #: what does so behind “and” and a subject
    saying_on: frozenset[str]  #: verbs behind “but” by which a speaker only goes on, beside those of saying
    conceding_asides: frozenset[str]  #: how, with a comma behind it, a sentence begins that grants something
    conceding_openers: frozenset[str]  #: how a sentence begins that grants what the next ones take back
    conceding: frozenset[str]  #: what else tells such a sentence
    points: frozenset[str]  #: how a sentence begins that says what was meant by those before
    countering: frozenset[str]  #: verbs behind “but” by which a speaker says what stands against it
    arguing: frozenset[str]  #: those of them that always do so
    conceding_verbs: frozenset[str]  #: verbs by which a speaker grants what is then set against something else
    retelling: frozenset[str]  #: verbs by which a speaker tells what another says, and then what to think of it
    granting: frozenset[str]  #: verbs with which a person grants a thing, before a turn that takes it back
    afterthoughts: frozenset[str]  #: how a short quotation begins by which a speaker limits the words before
    doubts_of_oneself: frozenset[str]  #: what such a quotation may be as a whole
    standpoints: frozenset[str]  #: from which alone a thing is granted
    before_standpoints: frozenset[str]
    halves: dict[str, frozenset[str]]  #: words that name one of two things, each with what begins the other
    letting: frozenset[str]  #: how a sentence ends that lets something be: “if they leave, fine”
    next_steps: frozenset[str]  #: adverbs for what came next
    answering: frozenset[str]  #: verbs behind “and” by which words turn out to be a question's setting


@dataclass(frozen=True, eq=False, kw_only=True)
class Counterfacts:
    """How a narrator sets facts against a saying, with no word of contradiction."""

    evidence: frozenset[str]  #: nouns of what shows how things are
    accounts: frozenset[str]  #: those of these that count the same things
    finders: frozenset[str]  #: who finds that out, or by what
    finding: frozenset[str]  #: verbs of both
    contrasts: frozenset[str]  #: what stands before facts to the contrary
    sayings: frozenset[str]  #: nouns for what was said
    counter: frozenset[str]  #: what stands before what evidence shows to the contrary
    upsetting: frozenset[str]  #: what stands behind a comma before what came of it instead
    owning: frozenset[str]  #: what stands before what is a speaker's own, and tells otherwise
    things_said: frozenset[str]  #: other words for what was said
    standing_out: frozenset[str]  #: subjects that are an exception to what was said of all
    before_nouns: frozenset[str]  #: words of few letters right before a noun that may be a verb of saying
    failing: frozenset[str]  #: what behind these tells that it was not so, or not kept
    whole: frozenset[str]  #: words by which a saying leaves no exception, beside negations
    denying_all: frozenset[str]  #: words by which it says that there is none
    absences: frozenset[str]  #: nouns behind “no” that tell that a thing was not found
    missing: frozenset[str]  #: verbs before these
    promising: frozenset[str]  #: auxiliaries of what is to come
    nexts: frozenset[str]  #: what stands before the day on which something came of it
    laters: frozenset[str]  #: what stands behind a span of time for the same
    by_then: frozenset[str]  #: how a phrase begins that tells by when something had come about
    doing_on: frozenset[str]  #: verbs by which a speaker only goes on
    long_past: frozenset[str]  #: behind “That was”, that it may be so no more
    lasting: frozenset[str]  #: adverbs that tell that it has not
    unfulfilled: frozenset[str]  #: subjects that tell the same
    undecided: frozenset[str]  #: what, behind a negation, tells only that nobody knows
    lapsing: frozenset[str]  #: that the time for it went by
    counts: frozenset[str]  #: words apart from numbers that count without a noun
    bounding: frozenset[str]  #: what stands before a count


@dataclass(frozen=True, eq=False, kw_only=True)
class Assurances:
    """How a speaker assures that all is well, and what tells that it is not."""

    assuring: frozenset[str]  #: what is said of things that are as they should be
    mishaps: frozenset[str]  #: what is told of things that are not
    universals: frozenset[str]  #: words by which a saying leaves no exception
    fewer: frozenset[str]  #: that something is so of a part
    opposites: tuple[tuple[frozenset[str], frozenset[str]], ...]  #: what is said of a thing, and what tells otherwise
    likewise: frozenset[str]  #: what stands for a deed that was denied: “It did so”
    exhibits: frozenset[str]  #: nouns of what is seldom told of but where it tells otherwise


@dataclass(frozen=True, eq=False, kw_only=True)
class Limits:
    """What stands beside a saying and limits it, so that its words alone say more."""

    measures: frozenset[str]  #: nouns of what counts people or asks them
    clauses: frozenset[str]  #: what begins a clause of when, or where, something is so
    prepositions: frozenset[str]  #: what begins a phrase of the same
    kinds: frozenset[str]  #: adjectives by which such a phrase tells one kind of days or cases from others
    rules: frozenset[str]  #: what something is so under
    rule_prepositions: frozenset[str]  #: what stands before
    group_prepositions: frozenset[str]  #: those that also stand before groups of people
    scopes: frozenset[str]  #: prepositions before whom, or where, something was counted
    everywhere: frozenset[str]  #: adverbs for the same
    released: frozenset[str]  #: what behind a measure no longer tells of whom it is


@dataclass(frozen=True, eq=False, kw_only=True)
class Claimants:
    """What a claimant is, by the noun that describes it."""

    documents: frozenset[str]  #: papers, polls and pictures
    parts: frozenset[str]  #: nouns for a part of those who were asked, beside fractions
    out_of: frozenset[str]  #: what stands between two numbers of which one is a part: “one in three”
    vague_modifiers: frozenset[str]  #: what stands before such a noun and does not tell whose the paper is
    vague_bodies: frozenset[str]  #: bodies that “the” alone does not tell apart
    kept_back: frozenset[str]  #: who may well have asked not to be named
    known_offices: frozenset[str]  #: whom everybody knows by their office
    making: frozenset[str]  #: participles before “by” and whoever made a document
    leaks: frozenset[str]  #: participles before a document that its owner has not given out: “hacked emails”
    utterances: frozenset[str]  #: those that hold their author's own words
    findings: frozenset[str]  #: those for which their makers ask or count
    handed_in: frozenset[str]  #: those that a body receives and does not write
    people_too: frozenset[str]  #: those whose noun is also one for people: “some leading figures”
    named_for_makers: frozenset[str]  #: those whose own names are their makers': “the Ipsos Poll”
    alike_documents: tuple[frozenset[str], ...]  #: those by which a text calls one and the same
    persons: frozenset[str]  #: nouns of one person
    representatives: frozenset[str]  #: who speak of another, whom “he” then means
    carers: frozenset[str]  #: who do so where another is named before
    plurals: frozenset[str]  #: nouns of several that do not look like it
    collectives: frozenset[str]  #: those that are a name where they have a capital
    counting: frozenset[str]  #: words apart from numbers that count them
    single: frozenset[str]  #: what begins the description of one
    adverbial: frozenset[str]  #: what begins words that say how or when, and nobody
    continuations: frozenset[str]  #: what a description goes on with after its noun
    examples: frozenset[str]  #: what some of several are named behind
    topics: frozenset[str]  #: prepositions before what a body is of
    bodies: frozenset[str]  #: nouns whose name may hold “and”
    forces: frozenset[str]  #: groups of people that an adjective tells apart


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
    others: frozenset[str]  #: what is told from something said before
    vague: frozenset[str]  #: nouns that tell nothing by themselves
    times: frozenset[str]  #: what means another time than that of saying
    past: frozenset[str]  #: finite forms for what was
    single_speaker: frozenset[str]  #: forms by which one speaks of oneself
    listener: frozenset[str]  #: forms by which one speaks of whom one speaks to
