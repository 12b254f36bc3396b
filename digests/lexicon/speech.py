"""What words a language must give the rules that read who says what, and what each list is for."""

from __future__ import annotations

from dataclasses import dataclass

from digests.models import Role


@dataclass(frozen=True, eq=False, kw_only=True)
class Verbs:
    """What people do with words: verbs of saying, denying, estimating and forecasting, and what looks like them.

    A base form stands for all forms of its word, which `bases` and `endings` lead back to it.
    """

    plainest: frozenset[str]  #: finite forms of the verbs that hardly mean more than that somebody speaks
    saying: frozenset[str]  #: finite forms of the verbs whose subject speaks: a name beside one is a speaker's
    inverted: frozenset[str]  #: finite forms that their subject may follow: “…”, said Ellis
    reporting: frozenset[str]  #: base forms, also of nouns, that report what was said or published
    lacking: frozenset[str]  #: negations of the verb after them, and not of one before: “claimed without proof”
    plain: frozenset[str]  #: base forms that report whatever stands beside them: “announced plans for”
    estimating: frozenset[str]  #: base forms, also of nouns
    denying: frozenset[str]  #: base forms, also of nouns
    rejecting: frozenset[str]  #: base forms that deny if a claim is what they reject, rather than an offer
    disputing: frozenset[str]  #: those of them that deny a bare “it” or “that”, too
    forecasting: frozenset[str]  #: base forms, also of nouns
    appearing: frozenset[str]  #: base forms for what something looks like, which nobody says
    supposed: frozenset[str]  #: participles for what nobody in particular thinks: “is expected”
    stances: frozenset[str]  #: base forms of nouns and adjectives for a wish or a feeling, whatever their verb
    demanding: frozenset[str]  #: forms that make a demand where one of the next list follows: “calls for”
    demanded: frozenset[str]
    naming: frozenset[str]  #: forms that give something a name, unless one of the next list follows
    naming_else: frozenset[str]
    agreeing: frozenset[str]  #: participles before what others had said: “…, confirming reports from the navy”
    following: frozenset[str]  #: words before what others had said, which may be something else
    citing: frozenset[str]  #: participles before whom a report has its news from
    news_gathering: frozenset[str]  #: verbs by which an outlet says that it has a thing: “Alto News reports that”
    relaying: frozenset[str]  #: forms that say whose words a report gives: “quoted X as saying”
    relayed: frozenset[str]  #: what then stands before those words
    reported_to: frozenset[str]  #: what follows “is” where nobody says who reports: “reported to have said”
    passing_on: frozenset[str]  #: forms whose subject gives, where another verb of saying follows, what others said
    reading_aloud: frozenset[str]  #: forms of verbs for giving others' written words
    telling: frozenset[str]  #: finite forms of the verb whose object is whom somebody speaks to
    obtaining: frozenset[str]  #: what is done to a document by others than its author
    issuing: frozenset[str]  #: finite forms whose object is a document of the subject's
    sending: frozenset[str]  #: finite forms whose object is words of the subject's to others
    hearing: frozenset[str]  #: finite forms whose object may be heard to speak: “heard the guards shout”
    meeting: frozenset[str]  #: forms whose object is as likely as their subject to speak next: “met”
    recalling: frozenset[str]  #: finite forms whose object may be who spoke: “remembers him saying”
    replying: frozenset[str]  #: finite forms of verbs for an answer
    adding: frozenset[str]  #: forms of verbs whose subject has just spoken
    questioning: frozenset[str]  #: finite forms of verbs that one answers
    asking: frozenset[str]  #: finite forms of the verb whose object is to answer: “asked Bo about the plan”
    putting: frozenset[str]  #: finite forms of the verb that gives something a number: “put the toll at 40”
    putting_participles: frozenset[str]
    putting_at: frozenset[str]  #: what stands between the two
    counting: frozenset[str]  #: verbs by which somebody gives a number of their own
    wishing: frozenset[str]  #: forms that say what somebody thinks or wants, and so need no source of their own
    accused: frozenset[str]  #: participles for what is said of somebody who does not speak
    addressed: frozenset[str]  #: participles of the verbs whose object is spoken to: “Asked about …”
    answering: frozenset[str]  #: stems of the verbs that somebody who has not answered has not done
    silence: frozenset[str]  #: phrases for not answering
    delays: frozenset[str]  #: words by which an answer may yet come
    requests: frozenset[str]  #: what an outlet asks for an answer with
    matters: frozenset[str]  #: what it asks about, beside a claim
    abilities: frozenset[str]  #: modals of those who could verify a claim
    verifying: frozenset[str]  #: stems of the verbs that nobody could do to a claim
    verified: frozenset[str]  #: what a claim may turn out to be
    unverified: frozenset[str]  #: what it is before
    bases: dict[str, str]  #: irregular forms, each with its base form
    endings: tuple[tuple[str, str], ...]  #: endings of other forms, each with what ends the base form


@dataclass(frozen=True, eq=False, kw_only=True)
class Sources:
    """Who and what can be said to say something, and the words around them."""

    according: frozenset[str]  #: what stands between a content and its source without a verb
    agents: frozenset[str]  #: prepositions that a cue ends with before its source
    owners: frozenset[str]  #: another one, where the cue is a noun
    mute: frozenset[str]  #: what stands where a subject does and names nobody, beside pronouns
    manners: frozenset[str]  #: nouns that stand where a source does and are none: “according to plan”
    remarks: frozenset[str]  #: for something said, beside those for what may not be so
    claim_nouns: frozenset[str]  #: for something said that may not be so
    earlier: frozenset[str]  #: adjectives of what others had said
    kinds: frozenset[str]  #: what points at things of a kind, as a demonstrative does
    speaking_things: frozenset[str]  #: base forms of things that speak, as somebody wrote, counted or showed them
    events: frozenset[str]  #: base forms of what happens, and so says nothing
    silent_things: frozenset[str]  #: base forms of things that show something, and say nothing
    asking: frozenset[str]  #: what a question begins with, and so no source
    shares: frozenset[str]  #: what follows a number that is but a share
    teams: frozenset[str]  #: those events that are also people who work for somebody, right after a name
    personal_bodies: frozenset[str]  #: what somebody has, and is not: “the office of Governor Ann Bo”
    charges: frozenset[str]  #: who is in charge of something: “head of policy Ann Bo”
    in_charge_of: frozenset[str]  #: between an office and what its holder sees to: “in charge of”
    visiting: frozenset[str]  #: what is done with the one who asks: “She spoke to Ann Bo”
    person_endings: frozenset[str]  #: how words for people end
    interviewing: frozenset[str]  #: what shows that somebody is asked for an interview
    question_labels: frozenset[str]  #: what stands before a question of one
    answer_labels: frozenset[str]
    nobody: frozenset[str]  #: what a source begins with that says there is none
    unknown: frozenset[str]  #: what nobody knows, and so nobody says


@dataclass(frozen=True, eq=False, kw_only=True)
class Descriptions:
    """How a text describes those who speak: what they are, and the small words around their names."""

    people: frozenset[str]  #: nouns and pronouns for people whom the text does not name
    smaller_governments: frozenset[str]  #: whose bodies may be called like those of a whole state
    spokespersons: frozenset[str]  #: those of them that speak for an office
    anonymous: frozenset[str]  #: that a source keeps its name back
    nameless: frozenset[str]  #: nouns for one whom the text does not name even where it names others
    counting: frozenset[str]  #: what stands, apart from numbers and articles, before some of a kind
    single: frozenset[str]  #: what stands, apart from articles, before one of a kind
    picked: frozenset[str]  #: those of them that may stand before a group: “one of the men”
    members: frozenset[str]  #: people of an army, none of whom speaks for it
    authorities: frozenset[str]  #: people who speak for the state
    bodies: frozenset[str]  #: what the name of a body ends with, or the words before its “of”
    parts_of_bodies: frozenset[str]  #: what an army, a party or a state is parted into
    kinds: frozenset[str]  #: what else stands before the name of a body: “the human rights organization Alto Watch”
    describing: frozenset[str]  #: verbs for what a body does all the time: “which runs the port”
    body_tails: frozenset[str]  #: what it ends with in lower case
    role_nouns: dict[Role, frozenset[str]]  #: words in the name of a body that tell its role, in order
    generic: dict[str, Role]  #: a body named before may be called so, if it has the role
    companies: frozenset[str]  #: a company named before may be called so
    company_offices: frozenset[str]  #: offices that only a company has
    party_offices: frozenset[str]  #: those that a party has one of
    body_offices: frozenset[str]  #: the nouns of offices that a body of any kind has
    company_bodies: frozenset[str]  #: bodies that may be companies
    roles: frozenset[str]  #: what somebody may be, apart from titles
    callings: frozenset[str]  #: what else a person may be said to be right beside their name, where others may be too
    no_callings: frozenset[str]  #: things whose nouns end as those for people do
    bare_offices: frozenset[str]  #: titles that say nothing alone
    fields: frozenset[str]  #: what offices and bodies are about, before another such word: “Trade and Industry”
    modifiers: frozenset[str]  #: words before a role
    ranks: frozenset[str]  #: titles that say what somebody is called rather than what they do
    role_participles: frozenset[str]  #: participles that stand before a role
    service_ranks: frozenset[str]  #: ranks of police and courts, which are offices too where nothing else is told
    rank_modifiers: dict[str, frozenset[str]]  #: words before a rank that are part of it, each with such ranks
    after_offices: frozenset[str]  #: those of them that are part of an office behind its noun: “attorney general”
    local_offices: frozenset[str]  #: offices of a place
    home_prepositions: frozenset[str]  #: what stands between their holder's name and the place
    workplace_prepositions: frozenset[str]  #: what stands between somebody's name and where they work
    origins: frozenset[str]  #: what stands between somebody and where they live
    siding: frozenset[str]  #: what stands between somebody and whose they are or where they are from
    seeming: frozenset[str]  #: beginnings of verbs, beside those for appearing, for what somebody is like
    speaking_for: frozenset[str]  #: what stands before the body that a speaker is of: “For the Greens, Ann Bo said”
    copulas: frozenset[str]  #: what stands between somebody and what they are now
    becoming: frozenset[str]  #: verbs, beside forms of “be”, behind which stands what their subject is
    superlatives: frozenset[str]  #: what begins a description that compares its bearer with others
    degrees: frozenset[str]  #: those of them that weigh how much somebody is of something
    bereaved: frozenset[str]  #: verbs of those whom a death has struck
    working: frozenset[str]  #: verbs that tell what somebody does for a living, or did
    living: frozenset[str]  #: verbs that tell where somebody's home is
    title_adverbs: frozenset[str]  #: what may stand before a role that somebody has, and tells nothing of it
    state_offices: frozenset[str]  #: what each state has one of, for a field
    adherents: frozenset[str]  #: whoever is for or against another, and is more than that
    groups: frozenset[str]  #: people together, of whom one is a member
    belongings: frozenset[str]  #: what somebody is, beside kin, that says nothing without whose
    titles_in_full: dict[str, str]  #: titles, each with the one that it is short for or a case of
    whereabouts: frozenset[str]  #: prepositions between a role and a place, rather than a body
    employed: frozenset[str]  #: what somebody is of a body, and of no place and no person
    former: frozenset[str]  #: that somebody no longer holds a role
    incoming: frozenset[str]  #: that somebody holds a role as yet unlike whoever has held it
    party_adjectives: frozenset[str]  #: what a politician's party makes them: “Democratic”
    partisans: frozenset[str]  #: what a politician may be called after their party
    natives: frozenset[str]  #: what somebody is called after their home
    parties_called: tuple[tuple[str, ...], ...]  #: what each of the large parties, its members and its own are called
    papers: frozenset[str]  #: those words where they stand alone with a capital, and are a paper's name
    lessening: frozenset[str]  #: that a role is another than its noun alone says
    joining: frozenset[str]  #: what joins two who speak together
    pairing: frozenset[str]  #: what stands before two so joined
    body_prepositions: frozenset[str]  #: what stands between the noun of a body and what it is of
    role_belonging: frozenset[str]  #: what else does between a role and its body
    envoys: frozenset[str]  #: who is sent to where their title says
    role_bound: frozenset[str]  #: what leads from a role to where or to whom somebody is sent: “ambassador to Norway”
    renaming: frozenset[str]  #: what stands after a comma between two names of a body
    acting_endings: frozenset[str]  #: how a word ends that says whom somebody acts for: “representing”
    introducing: frozenset[str]  #: what stands between such a noun and the name: “a man named”
    after_heads: frozenset[str]  #: what ends the words for a source, beside relative pronouns
    after_names: frozenset[str]  #: what may follow the name of a person who speaks, likewise
    outside_names: frozenset[str]  #: what shows, likewise and beside verbs, that words are no name
    name_parts: frozenset[str]  #: what towns' and persons' names share
    openings: frozenset[str]  #: what may stand before a sentence's subject, beside conjunctions
    dating: frozenset[str]  #: what stands there before the name of a day


@dataclass(frozen=True, eq=False, kw_only=True)
class Clauses:
    """Where what somebody says begins and ends."""

    contact_nouns: frozenset[str]  #: before a clause about them without a conjunction: “reasons they left”
    circumstances: frozenset[str]  #: what says when or where something was said, after it
    spoken_times: frozenset[str]  #: the same right behind the verb: “said at the time that …”
    dangling: frozenset[str]  #: words that no clause ends with, beside articles, pronouns and conditions
    asides: frozenset[str]  #: what begins an apposition, beside articles and possessives
    aside_endings: frozenset[str]  #: how the first word of one may end
    openings: frozenset[str]  #: what begins a clause, beside articles and pronouns
    splits: frozenset[str]  #: what begins another clause after a figure that somebody gives
    participle_endings: frozenset[str]  #: how regular participles end
    infinitive_marks: frozenset[str]
    topics: frozenset[str]  #: prepositions before what is talked about, and not said
    commenting: frozenset[str]  #: prepositions before a claim that somebody says something of
    passing: frozenset[str]  #: conjunctions before a participle for what was done to somebody: “when asked”


@dataclass(frozen=True, eq=False, kw_only=True)
class Boilerplate:
    """What a page says beside its article."""

    openings: frozenset[str]  #: how such a line begins
    labels: frozenset[str]  #: what stands before a colon in one
    credits: frozenset[str]  #: whose pictures are, as they are credited before a paragraph
    positions: frozenset[str]  #: what stands in brackets behind a name in what is written under a picture
    inserted: frozenset[str]  #: what a page puts into its text in capitals
    notes: frozenset[str]  #: what begins a paragraph of the editors about their own text
    afterwards: frozenset[str]  #: that something was told once an article was out, or was wrong in it
    revising: frozenset[str]  #: what tells in an update that what was told does not stand
    correcting_labels: frozenset[str]  #: what stands before a colon, or a dash, where they set it right
    silent_labels: frozenset[str]  #: what stands before a colon and speaks not
    promises: frozenset[str]  #: what begins a headline that only promises to tell how or why something is
    news_labels: frozenset[str]  #: what stands before a headline's colon and leaves it news
    standing_titles: frozenset[str]  #: the words of headlines that stand over anything: “Live updates”
