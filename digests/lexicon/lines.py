"""The words that decide what of a passage a line may print, and what beside it turns or limits a saying."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, eq=False, kw_only=True)
class Lines:
    """What a line may leave out or write short, where it may end, and what it must not begin with."""

    weather: frozenset[str]  #: what only the weather does, of which “it” is nobody
    leads: frozenset[str]  #: words that tie a sentence to the one before it
    following: frozenset[str]  #: what begins a main clause behind its condition
    announced: frozenset[str]  #: pronouns for a thing that is told next
    leaning: frozenset[str]  #: how a sentence begins that means nothing without the one before: “otherwise”
    comma_leads: frozenset[str]  #: those of them that only a comma makes so: “however, …”
    pointed_amounts: frozenset[str]  #: nouns that need an article, so that a “that” before one points at it
    times_of_day: frozenset[str]
    approximators: frozenset[str]  #: words before a number that is not exact
    converted_units: frozenset[str]  #: units of a measure that is given twice
    short_units: dict[str, str]  #: units as they are written short
    before_compass: frozenset[str]  #: what stands before one of the next list
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
    possessing: frozenset[str]  #: what may stand behind “have” and says the same
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
    last_things: frozenset[str]  #: what is somebody's who is dead
    taking: frozenset[str]  #: verbs of how long “it” takes
    taking_bases: frozenset[str]  #: the base forms of them
    taking_adverbs: frozenset[str]  #: what may stand before those: “it will likely take weeks”
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
    supposing: frozenset[str]  #: how words begin that tell what is not so: “You would think they had learned”
    balancing: frozenset[str]  #: what shows the second of two things that are weighed
    plain_concessions: frozenset[str]  #: the same within a sentence, between commas, and nothing else
    conceding_asides: frozenset[str]  #: how, with a comma behind it, a sentence begins that grants something
    others_sayings: frozenset[str]  #: how a sentence begins that tells what people say, and not its speaker
    others_views: frozenset[str]  #: what such people do who only think something
    expecting: frozenset[str]  #: what says that a thing was thought or to come, which “instead” then tells otherwise
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
    calling_off: frozenset[str]  #: that what was announced is not to be
    lapsing: frozenset[str]  #: that the time for it went by
    counts: frozenset[str]  #: words apart from numbers that count without a noun
    others: frozenset[str]  #: what may stand behind one of them
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

    breakdowns: frozenset[str]  #: what says that a poll's figures are those of parts of those asked
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
