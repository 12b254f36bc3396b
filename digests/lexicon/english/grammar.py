"""The small words of English."""

from __future__ import annotations

from digests.lexicon.groups import Grammar

GRAMMAR = Grammar(
    articles=frozenset({"a", "an", "the"}),
    indefinite_articles=frozenset({"a", "an"}),
    be_finite=frozenset("am is are was were".split()),
    be_other=frozenset("be been being".split()),
    be_base=frozenset({"be"}),
    be_participle=frozenset({"been"}),
    be_gerund=frozenset({"being"}),
    be_contracted=frozenset("'s 're 'm".split()),
    have_finite=frozenset("have has had".split()),
    be_plural=frozenset({"are", "were"}),
    have_plural=frozenset({"have"}),
    have_present=frozenset("have has".split()),
    have_other=frozenset({"having"}),
    do_finite=frozenset("do does did".split()),
    modals=frozenset("will would can could may might must shall should".split()),
    doubtful_modals=frozenset({"can", "may"}),
    irregular_negatives=frozenset("won't can't shan't ain't cannot".split()),
    contracted_verbs=frozenset("'re 've 'll 'm".split()),
    doubtful_contractions=frozenset("'s 'd".split()),
    linking_verbs=frozenset({"remain", "remains"}),
    past_forms=frozenset(
        "said went came made took got won lost fell rose left kept gave grew held led met put ran saw sent shot spent "
        "began became broke brought built hit tore swore froze chose drove rode flew threw drew knew blew sank fled "
        "sought fought caught bought struck stood withdrew overthrew stole sold heard shook swept burst "
        "found kept cut".split()
    ),
    past_participles=frozenset(
        "taken seized begun won lost shot sent launched struck hit made found given held kept left met put seen sunk "
        "built brought driven broken cut withdrawn gained retaken".split()
    ),
    third_subjects=frozenset("he she it they".split()),
    third_possessives=frozenset("his her its their".split()),
    speaking_subjects=frozenset("I we you".split()),
    speaking_possessives=frozenset("my our your".split()),
    object_possessives=frozenset({"her"}),
    object_pronouns=frozenset("him them us me".split()),
    genders={"he": "he", "his": "he", "she": "she", "her": "she"},
    neuter_pronouns=frozenset({"it", "its"}),
    plural_pronouns=frozenset({"they", "their"}),
    gendered_forms={"him": "he", "himself": "he", "hers": "she", "herself": "she"},
    neuter_forms=frozenset({"itself"}),
    plural_forms=frozenset("them theirs both".split()),
    first_person=frozenset("i we me us my our myself ourselves".split()),
    reflexives=frozenset("himself herself itself themselves".split()),
    demonstratives=frozenset("this that these those".split()),
    plural_demonstratives=frozenset({"these", "those"}),
    indefinite_pronouns=frozenset("one some other others many both all".split()),
    existentials=frozenset({"there"}),
    relative_pronouns=frozenset("who whom whose which that".split()),
    personal_relatives=frozenset("who whom whose".split()),
    owning_relatives=frozenset({"whose"}),
    free_relatives=frozenset({"what"}),
    hanging_relatives=frozenset("which whom whose where".split()),
    relative_adverbs=frozenset({"when", "where"}),
    question_adverbs=frozenset({"how", "why"}),
    complementizers=frozenset({"that"}),
    coordinators=frozenset("and but or nor so yet".split()),
    continuing=frozenset({"and", "so"}),
    choosing=frozenset({"and", "or"}),
    reasons=frozenset({"because", "since"}),
    doubtful_reasons=frozenset({"as"}),
    settings=frozenset("while whereas after before".split()),
    comparing=frozenset("as like unlike".split()),
    measuring=frozenset({"than"}),
    prepositions=frozenset("of as with to for in on at by from about into over after before".split()),
    longer_prepositions=frozenset(
        "against alongside behind near like among between under within during through despite".split()
    ),
    holding=frozenset({"in"}),
    genitives=frozenset({"of"}),
    role_markers=frozenset({"as"}),
    hanging_prepositions=frozenset("of as with to".split()),
    passive_agents=frozenset({"by"}),
    infinitive_markers=frozenset({"to"}),
    verb_endings=("ed", "en", "ing"),
    additions=frozenset({"also"}),
)
