"""English words by which a speaker grants one thing and means another, or names but one half of two."""

from __future__ import annotations

from digests.lexicon.english.speech.inflection import finite
from digests.lexicon.lines import Turns

_ARGUING = (
    "argue lament imply insist suggest maintain contend caution stress doubt add acknowledge admit concede warn say"
)
_COUNTERING = f"{_ARGUING} tell note agree believe think"
_NOW = {"now", "today", "these days", "nowadays", "and now", "and today"}
_NOWADAYS = frozenset({*_NOW, *(words.capitalize() for words in _NOW)})

TURNS = Turns(
    turning=frozenset(
        {
            "but", "however", "yet", "nevertheless", "nonetheless", "that said", "having said that", "even so",
            "then again", "on the other hand", "on the flip side",
        }
    ),
    balancing=frozenset({"on the other hand", "on the flip side", "by contrast"}),
    turning_apart=frozenset({"still", "instead"}),
    going_further=frozenset({"all", "enough", "the end", "the half", "half", "the only", "just", "only", "until"}),
    correcting=frozenset({"rather", "instead", "simply", "merely", "just", "only"}),
    exchanging=frozenset({"instead", "nonetheless", "nevertheless"}),
    saying_on=frozenset(
        {
            "did not elaborate", "didn't elaborate", "did not say", "didn't say", "did not give", "didn't give",
            "did not specify", "didn't specify", "did not provide", "would not say", "wouldn't say",
            "would not comment", "would not elaborate", "would not confirm", "would not give", "would not specify",
            "added", "offered", "gave", "provided", "downplayed", "conceded", "stopped short", "cautioned", "suggested",
            "criticized", "criticised", "praised", "promised", "vowed", "called", "agreed", "emphasized", "emphasised",
        }
    ),
    supposing=frozenset(
        f"{person} {would} think"
        for person in ("you", "one", "anyone", "anybody")
        for would in ("would", "might")
    )
    | {"you'd think", "you’d think", "one'd think"},
    conceding_asides=frozenset(
        {
            "look", "sure", "granted", "true", "to be fair", "admittedly", "certainly", "okay", "ok", "fair enough",
            "in theory", "on paper", "technically", "ideally",
        }
    ),
    others_sayings=frozenset(
        "there are those who|there are people who|there are some who|some people|some|people|many people|"
        "a lot of people|lots of people|folks".split("|")
    ),
    others_views=frozenset("fear worry think believe argue assume suspect complain imagine insist".split()),
    expecting=frozenset(
        "thought expected expecting hoped hoping assumed planned supposed should would will meant intended".split()
    ),
    plain_concessions=frozenset({"of course", "no doubt", "to be sure"}),
    conceding_openers=frozenset(
        {
            "of course", "no doubt", "no question", "on the one hand", "on one hand", "in the short term",
            "in the short run", "at first", "at first glance", "it's not that", "it is not that", "i understand",
            "i get", "i respect", "i appreciate", "i realize", "i realise", "i recognize", "i recognise",
            "i sympathize", "i sympathise", "we understand", "we respect", "we appreciate", "we realize",
            "we realise", "we recognize", "we recognise", "it is true", "it's true", "you could argue",
            "one could argue", "some would say", "people say", "people will say", "i know that",
            "i know a lot", "i know there", "i know people", "there's no question", "there is no question",
            "some people say", "some people want", "some people think",
            "many would", "no one is saying", "nobody is saying", "it's not just", "it is not just",
            "take the", "one of the things", "one of the myths",
        }
    ),
    conceding=frozenset(
        {
            "real argument", "good argument", "strong argument", "valid argument", "an argument for",
            "an argument to be made", "a case for", "a case to be made", "something to be said", "all for",
            "nothing against", "all in favor of", "all in favour of", "a good point", "a fair point",
            "a valid point", "point taken", "was supposed to", "were supposed to", "was meant to", "were meant to",
            "the promise of", "the promise was", "the hope was", "the theory was", "the original idea",
        }
    ),
    points=frozenset(
        {
            "the problem is", "the question is", "the trouble is", "the issue is", "the point is", "the truth is",
            "the reality is", "the fact is", "in reality", "in fact", "actually",
        }
    ),
    countering=finite(_COUNTERING) | frozenset(_COUNTERING.split()),
    arguing=finite(_ARGUING) | frozenset(_ARGUING.split()),
    conceding_verbs=frozenset(
        "acknowledge acknowledges acknowledged acknowledging admit admits admitted admitting concede concedes conceded "
        "conceding grant grants granted granting recognizes recognized recognises recognised".split()
    ),
    retelling=frozenset("say says said claim claims claimed tell tells told".split()),
    granting=frozenset(
        "support supports supported back backs backed understand understands understood respect respects "
        "respected appreciate appreciates appreciated accept accepts accepted agree agrees agreed welcome "
        "welcomes welcomed sympathise sympathised sympathize sympathized like likes liked love loves loved "
        "admire admires admired".split()
    )
    | frozenset(
        "was not against|were not against|is not against|are not against|am not against|was not opposed to|"
        "were not opposed to|is not opposed to|are not opposed to|am not opposed to|had nothing against|"
        "has nothing against|have nothing against|had no problem with|has no problem with|have no problem with|"
        "had no quarrel with|has no quarrel with|have no quarrel with|did not oppose|does not oppose|"
        "do not oppose|did not object to|does not object to|do not object to|did not mind|does not mind|"
        "do not mind|see the point of|sees the point of|saw the point of".split("|")
    ),
    afterthoughts=frozenset(
        "if|unless|provided|until|as long as|so long as|depending|i mean|at least|for now|"
        "so far|for a|for an|maybe|perhaps|probably|in theory|on paper|or not|or so|more or less|"
        "just kidding".split("|")
    ),
    doubts_of_oneself=frozenset({"i think", "i hope", "i guess", "i suppose", "i believe", "i pray"}),
    standpoints=frozenset({"standpoint", "point of view", "perspective", "viewpoint", "aspect"}),
    before_standpoints=frozenset({"from"}),
    halves={
        "both": frozenset({"and"}),
        "either": frozenset({"or"}),
        "not only": frozenset({"but", "it"}),
        "(?:was|were|had|used to)": _NOWADAYS,
        "one thing": frozenset({"it is another", "it's another", "It is another", "It's another", "It’s another"}),
    },
    letting=frozenset({"fine", "so be it", "go ahead", "good luck", "good for you", "good for them"}),
    next_steps=frozenset({"then"}),
    answering=frozenset({"asked", "questioned", "wondered", "inquired", "wanted to know"}),
)  # fmt: skip
