"""What words a language must give the grammar of reporting, and what each list is for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class VerbForms(NamedTuple):
    """The forms of some verbs that can carry a report."""

    finite: frozenset[str]
    participles: frozenset[str]  #: those that follow a form of “have”
    gerunds: frozenset[str]  #: those that follow a form of “be”, or a comma

    def hold(self, word: str) -> bool:
        """Whether a word is one of these forms."""
        return any(word in forms for forms in self)


@dataclass(frozen=True, eq=False, kw_only=True)
class Reporting:
    """Verbs by which somebody says a thing, by what a line does with them, and the small words beside them."""

    plain: VerbForms  #: verbs for which a colon may stand
    finding: VerbForms  #: those of papers and polls
    news: VerbForms  #: verbs that a line prints with what they take
    reporting: VerbForms  #: all of them
    denying: VerbForms
    disputing: VerbForms  #: those that deny a claim which they name, as in “a claim that the army rejects”
    suggesting: frozenset[str]  #: verbs behind which “he” may be somebody else than the speaker
    inferring: frozenset[str]  #: what a narrator takes from what somebody said or did: “…, indicating that”
    asking: frozenset[str]  #: verbs with which a question is put
    cleft_openers: frozenset[str]  #: what begins “What X said was that …”
    subject_relatives: frozenset[str]  #: relative pronouns that can be the subject of a verb of saying
    object_relatives: frozenset[str]  #: those of whom others speak
    according: frozenset[str]  #: cues that are no verb
    judging: frozenset[str]  #: verbs by which another speaker, or the narrator, is known
    calling: frozenset[str]  #: verbs of giving a thing another name
    no_judgement: frozenset[str]  #: what behind such a verb makes it something else


@dataclass(frozen=True, eq=False, kw_only=True)
class Deeds:
    """What tells of a deed, a thing or a lot where a verb of saying stands beside it."""

    messages: frozenset[str]  #: what somebody sends, beside documents
    prosecuted: frozenset[str]  #: participles of whom others take to court, or hold
    senders: frozenset[str]  #: what stands before whoever sends it
    before_questions: frozenset[str]  #: before “how”, that a narrator finds it to be very much so: “just how”
    leaving_out: frozenset[str]  #: verbs that with “no” tell what somebody did not say: “announced no sanctions”
    trifles: frozenset[str]  #: objects of a verb of saying that make it say next to nothing, beside scarcities
    pictures: frozenset[str]  #: nouns of what shows things, and says nothing by that
    showing: VerbForms
    before_plurals: frozenset[str]  #: words behind which a plural stands, and no verb
    claimed_things: frozenset[str]  #: nouns with which a verb begins no statement: “claimed responsibility for …”
    done_alone: frozenset[str]  #: verbs that need no object: “vowed to resign”
    taking_things: frozenset[str]  #: verbs whose object is a thing where no conjunction stands behind them
    announcing: frozenset[
        str
    ]  #: verbs whose object is one where its only verb may describe it: “announced a law passed in”
    undergone: frozenset[str]  #: participles with what follows them where somebody else speaks: “drivers warned to”
    giving: frozenset[str]  #: forms of verbs by which somebody gives a thing, be it words
    word_things: frozenset[str]  #: nouns for what is given in words
    answering: frozenset[str]  #: forms of verbs of answering, which may be done without words
    presenting: frozenset[str]  #: forms of “show”, by which only papers and polls tell
    traits: frozenset[str]  #: nouns for what somebody shows without words: “showed courage”
    stressing: frozenset[str]  #: forms of verbs for what a narrator finds a thing to stress
    consenting: frozenset[str]
    going_on: frozenset[str]  #: forms of “continue”
    taking: frozenset[str]  #: forms of verbs that say something only of a statement: “claimed lives”, “maintained calm”
    concluding: frozenset[str]  #: forms of verbs by which something shows what a narrator concludes
    happenings: frozenset[str]  #: nouns for what takes place
    tales: frozenset[str]  #: what somebody tells, and states nothing by it: “stories”
    of_things: frozenset[str]  #: verbs that tell what things hold or ask, in the plural
    creeds: frozenset[str]  #: what a narrator tells of many, with what they hold dear: “believe in”
    experiencing: frozenset[str]  #: participles by which somebody “has found” something, and says nothing
    describing: frozenset[str]  #: verbs that state nothing without what follows their object
    predicating: frozenset[str]  #: what begins that


@dataclass(frozen=True, eq=False, kw_only=True)
class CommonVerbs:
    """Common verbs, by which a clause or a headline is known."""

    clause_verbs: frozenset[str]  #: finite forms of common verbs, by which a clause is known
    present_verbs: frozenset[str]  #: present forms of others, which are no nouns
    same_forms: frozenset[str]  #: verbs whose base form is their participle
    awaiting: frozenset[str]  #: participles that are no verbs before an infinitive: “poised to win”
    headline_verbs: frozenset[str]  #: present forms of verbs with which a headline tells the news
    vote_bases: frozenset[
        str
    ]  #: forms that are nouns too, and verbs where the next list follows: “lawmakers vote to …”
    vote_forms: frozenset[str]  #: the same of one who does it
    ways_to_vote: frozenset[str]
    only_past: frozenset[str]  #: past forms that are no participles


@dataclass(frozen=True, eq=False, kw_only=True)
class Circumstances:
    """How, when, where and to whom somebody speaks, as plain reporting tells it."""

    adverbs: frozenset[str]  #: neutral ones beside a verb of saying
    hedging: frozenset[str]  #: those that a line must print
    openers: frozenset[str]  #: what may begin a sentence and changes nothing
    settings: frozenset[str]  #: what begins a fronted phrase of time, place or circumstance
    places: frozenset[str]  #: prepositions and articles of a phrase that says when or where somebody spoke
    occasions: frozenset[str]  #: nouns and adjectives of such a phrase
    addressing: frozenset[str]  #: prepositions before those to whom somebody speaks
    audiences: frozenset[str]  #: to whom somebody speaks
    particles: frozenset[str]  #: adverbs that belong to a verb of saying
    relays: frozenset[str]  #: phrases before a verb of saying that leave it affirmative
    taking: frozenset[str]  #: verbs of which one, with what somebody speaks through, is such a phrase: “took to X to”
    settled_nouns: frozenset[str]  #: what tells, beside occasions and documents, where or how somebody really spoke
    stage_prepositions: frozenset[str]  #: behind which a noun that is none of those may be a stage or a story
    places_of_audience: frozenset[str]  #: prepositions within the name of an audience
    focusing: frozenset[str]  #: what may stand before a negated source


@dataclass(frozen=True, eq=False, kw_only=True)
class Frames:
    """What makes a saying none although a verb of saying tells of it."""

    unreal: frozenset[str]  #: what makes a saying none: a forgery, a work of fiction, a joke
    reciting: frozenset[str]  #: verbs by which somebody takes words from a book
    scriptures: frozenset[str]  #: books that are told by chapter and verse
    prayers: frozenset[str]  #: what is recited, and told without a number
    jests: frozenset[str]  #: what tells that the next words are meant to amuse
    insincere: frozenset[str]  #: what, at a sentence's start, tells that its speaker does not mean it: “Bluffing, …”
    untruths: frozenset[str]  #: what others call a saying: “In what prosecutors call a lie, …”
    deceiving: frozenset[str]  #: to what end somebody says what is not so: “To lure investors, …”
    deceived: frozenset[str]  #: that somebody did so to others: “misled them, saying …”
    deceptions: frozenset[str]  #: deeds that somebody is charged with who then said what the charge is of
    pleading: frozenset[str]  #: verbs of one who answers a charge
    unproven: frozenset[str]  #: what says that it may not have been said
    time_clauses: frozenset[str]  #: what begins, with no comma, a clause that tells when something else was
    bare_conditions: frozenset[str]  #: conjunctions that make a saying a condition of what follows
    conditions: frozenset[str]  #: what begins a condition after a content, which a line may not lose
    permitting: frozenset[str]  #: what ends one behind a noun: “…, weather permitting”
    granting: frozenset[str]  #: what begins, behind a comma, what a narrator holds against a content
    factive: frozenset[str]  #: conjunctions behind which a report is taken for a fact
    conceding: frozenset[str]  #: what opens a sentence that grants a report
    question_openers: frozenset[str]  #: what begins fronted words that may hold a question
    role_openings: frozenset[str]  #: what begins, behind a speaker, whom they play
    supposing: frozenset[str]  #: what else opens a condition
    inverted_conditions: frozenset[str]  #: verbs that do so where they begin a sentence
    questions: frozenset[str]  #: what begins a question that somebody tells of, beside adverbs
    purposes: frozenset[str]  #: what stands before an infinitive that tells what for
    accompanying: frozenset[str]  #: what begins, behind a clause, that somebody is saying something: “with”
    past_times: frozenset[str]  #: what begins, behind a clause, that somebody said something then: “when”
    told_within: frozenset[str]  #: what begins, behind a speech or a letter, what somebody said in it: “in which”
    inverting: frozenset[str]  #: what stands before a verb whose speaker follows: “So said Ann Orr”
    of_trade: frozenset[str]  #: nouns of a trade that a work of fiction is named beside: “film giant”


@dataclass(frozen=True, eq=False, kw_only=True)
class Retractions:
    """What takes back, or sets right, what was said."""

    taking_back: frozenset[str]  #: what takes it back after it was told
    left_behind: frozenset[str]  #: behind “withdrew”, that it is a place or a pact that was left
    withdrawn_things: frozenset[str]  #: the same, that it is no saying: “withdrew its troops”
    contradicting: frozenset[str]  #: what begins a sentence in which the narrator sets right the one before
    setting_right: frozenset[str]  #: what, further on in a sentence, sets right the one before
    passing_off: frozenset[str]  #: what begins a sentence that puts the one before on somebody else: “So a paper says.”
    regretting: frozenset[str]
    facts_against: frozenset[str]  #: what begins, within indirect words, what the narrator knows to be so
    verdicts: frozenset[str]  #: what alone makes a sentence that does not let stand the one before: “Not quite.”
    accounts: frozenset[str]  #: by what somebody writes, and others may in their name
    broken_into: frozenset[str]  #: that others did: “was hacked”
    misspeaking: frozenset[str]  #: what says in the next sentence that words were a slip or a joke
    supporting: frozenset[str]  #: what facts do that tell the same
    putting_right: frozenset[str]  #: between commas, that what was said is now said rightly
    clarifying: frozenset[str]  #: what, behind “adding that she”, tells of what alone something was said
    meaning: frozenset[str]  #: verbs that, before a number, set right the one that was said
    meaning_another: frozenset[str]  #: the same behind a pronoun: “she meant the …”
    contrary: frozenset[str]
    proving_contrary: frozenset[str]  #: behind which that stands where other facts are held against words
    nowadays: frozenset[str]  #: adverbs by which the same speaker says otherwise
    establishing: frozenset[str]  #: verbs of courts and inquiries that find something not to be so
    unmeant: frozenset[str]  #: what, behind the last comma of indirect words, does not let them stand
    withdrawing: frozenset[str]  #: verbs for what somebody does to what they have said
    plans: frozenset[str]  #: what a saying was that came to nothing: “That was the plan.”
    counting: frozenset[str]  #: participles of what a number tells of
    settled: frozenset[str]  #: what tells a number that stands from one that was told
    numbers_told: frozenset[str]  #: what names a number that was told
    revising: frozenset[str]  #: what is done to such a number
    before_revising: frozenset[str]  #: what stands before the next list
    revising_gerunds: frozenset[str]
    reaching: frozenset[str]  #: with a time behind it, when a number was told anew
    revising_adverbs: frozenset[str]  #: when that is done
    proving: frozenset[str]  #: verbs by which a claim is found to be one thing or another
    rulings: frozenset[str]  #: what a text says of a claim that it does not let stand
    ruled_things: frozenset[str]  #: what names that claim
    ruling_openers: frozenset[str]  #: what may stand before
    ruling_adverbs: frozenset[str]  #: what may stand between
    taken_back_later: frozenset[str]  #: what else tells in the sentence behind a claim that it does not stand
    lines_of_works: frozenset[str]  #: what the sentence behind a saying may call it, if it is none
    reversing: frozenset[str]  #: what, said later, undoes what was said before


@dataclass(frozen=True, eq=False, kw_only=True)
class Narration:
    """What a narrator tells behind somebody’s words, which a line leaves to the narrator."""

    telling_how: frozenset[str]  #: with a participle behind it, how somebody spoke
    asides: frozenset[str]  #: what begins an aside that describes a speaker, apart from names
    narrating: frozenset[str]  #: what begins words of the narrator's behind a content
    concealing: frozenset[str]  #: what begins what somebody did not say
    knowing: frozenset[str]  #: what begins what somebody knew who promised something
    stirring: frozenset[str]  #: what a deed does to what people feel: “fuelling | fears of a split”
    stirred: frozenset[str]
    held_against: frozenset[str]  #: what begins, before “his earlier remarks”, why a narrator finds words odd
    raked_up: frozenset[str]  #: what a narrator calls what somebody has said or done before
    glossing: frozenset[str]  #: what begins, behind a comma or a dash, what a narrator makes of somebody's words
    surmising: frozenset[str]  #: adverbs with which a narrator guesses or mocks there, before a preposition
    conveying: frozenset[str]  #: other words that may stand behind such an adverb
    speaking_occasions: frozenset[str]  #: where somebody speaks, which with its day tells when that was
    speaking_at: frozenset[str]  #: prepositions before these
    counting_on: frozenset[str]  #: what begins, behind “in the”, which of several an event is
    bringing_about: frozenset[str]  #: behind “which”, what a speaker says that comes of something
    urging: frozenset[str]  #: participles behind a comma of which a speaker is the subject: “…, urging others to stay”
    ranking: frozenset[str]  #: what begins, behind a comma, what an event makes of somebody: “making | him the sixth”
    mocking: frozenset[str]  #: how an adjective begins, before a hyphen, that a narrator puts in with a smile
    against_all: frozenset[str]  #: what begins, before “being”, what speaks against a saying
    commenting: frozenset[str]  #: what begins, behind a comma, what a narrator thinks of a report
    asking_on: frozenset[str]  #: verbs with which, behind “and”, a narrator goes on to tell of the speaker
    titling: frozenset[str]  #: participles behind which a title stands
    awaited: frozenset[str]  #: what a narrator tells of what is to come: “…, which it is expected to do”
    wording: frozenset[str]  #: verbs that name whose words a phrase is: “…, as the mayor put it”
    pairs: dict[str, frozenset[str]]  #: what stands before one of two things, with what stands before the other
    noun_pairs: dict[str, frozenset[str]]  #: the same where a name, an article or a preposition follows
    choices: frozenset[str]  #: behind which several things are named, all of which a line must have
    attending: frozenset[str]  #: what those do who hear somebody speak
    undergoing: frozenset[str]  #: what begins, behind “and”, what then happened to a speaker
    feeling: frozenset[str]  #: what tells, beside “was”, how somebody is
    before_past: frozenset[str]  #: what puts a denial before the time that is told of
    speaker_deeds: frozenset[str]  #: what, behind what somebody says that others are, only the speaker did
    simultaneous: frozenset[str]  #: what begins what happened while somebody spoke of themselves
    told_moments: frozenset[str]  #: behind which another saying of the same speaker begins: “a day later that …”
    recalling: frozenset[str]  #: what begins, beside settings, what went before
    more_person_endings: frozenset[str]  #: of nouns for those who speak as a group
    bodies_of_people: frozenset[str]  #: other such nouns
    harming: frozenset[str]  #: what a narrator recalls of what went before: “after shelling that killed …”
    hearsay_tellers: frozenset[str]  #: who, several and with no names, tell what somebody else has said
    market_pushes: frozenset[str]
    market_moves: frozenset[str]  #: what a report sends, and where: “shares”, “to a record”
    sides: frozenset[str]  #: prepositions of what is seen round a speaker
    sensed: frozenset[str]  #: that something was seen or heard there
    things_said: frozenset[str]  #: what begins what others, or none of them, make of somebody's words
    remarks: frozenset[str]  #: what begins what came of somebody's words
    told_spans: frozenset[str]
    behind_spans: frozenset[str]  #: what tells behind one that it was afterwards
    told_order: frozenset[str]  #: with a span of time before it, when somebody spoke
    figure_comparisons: frozenset[str]
    figures_of_others: frozenset[str]  #: what names the number that a narrator sets beside one
    alike: frozenset[str]  #: adjectives of what a narrator sets beside a plan
    beside_saying: frozenset[str]  #: what begins, behind a comma, how somebody spoke or was heard
    saying_beside: frozenset[str]  #: the same before a participle: “before bursting into tears”
    taken_up: frozenset[str]  #: what names a saying that somebody else then denies
    pressing: frozenset[str]  #: what those do who ask somebody
    narrating_joints: frozenset[str]  #: conjunctions behind which a narrator may go on
    before_verdicts: frozenset[str]  #: what may stand between a modal and a verdict: “it may well be wrong”
    present_auxiliaries: frozenset[str]  #: by which a narrator sets right what was said, behind “but it”
