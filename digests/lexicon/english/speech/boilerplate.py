"""What English pages say beside their articles."""

from __future__ import annotations

from itertools import product

from digests.lexicon.speech import Boilerplate


def _all(*choices: str) -> frozenset[str]:
    """Every phrase made of one word or phrase from each choice, which are parted by `|` and may be empty."""
    return frozenset(" ".join(filter(None, words)) for words in product(*(choice.split("|") for choice in choices)))


BOILERPLATE = Boilerplate(
    openings=frozenset(
        "discover more from|subscribe|sign up|follow us|read more|read also|also read|click here|share this|"
        "advertisement|all rights reserved|copyright|get the latest|support our|join our|download our".split("|")
    )
    | _all("|additional", "reporting by|editing by|writing by")
    | _all("this article|this story", "was|has been", "|originally|first", "published|updated|corrected"),
    labels=_all("photo|image|picture|video", "|credit")
    | frozenset("related|read more|read also|also read|watch|watch live|listen|see also|more on this|live".split("|")),
    credits=frozenset(
        "EPA|AFP|AP|PA|Reuters|Getty Images|Getty|AFP/Getty|Rex Features|Rex|Alamy|Shutterstock|iStock|EPA-EFE".split(
            "|"
        )
    ),
    positions=_all("|far|top|bottom|second from|third from", "left|right|centre|center"),
    inserted=frozenset({"MORE", "ADVERTISEMENT", "CLOSE", "pic.twitter.com"}),
    notes=_all(
        "due to|owing to|because of|through|as a result of", "a|an", "|editing|production|translation|typing", "error"
    )
    | _all("due to|owing to|because of", "a", "mistake|mix-up|misunderstanding")
    | frozenset(
        "correction|corrections|clarification|erratum|errata|corrigendum|editor's note|editors' note|"
        "an earlier version|"
        "a previous version|this story has been|this article has been|this post has been|this story was amended|"
        "this article was amended|this story was updated|this article was updated|this story was corrected|"
        "this article was corrected|an earlier headline|"
        "because of an editing error|due to an editing error|owing to an editing error|because of an error|"
        "because of incorrect information|"
        "this version|this article previously|this story previously|this post previously|"
        "this article originally|this story originally|an article on page|"
        "a previous headline|from the archive|from the archives|from our archive|from our archives".split("|")
    ),
    afterwards=frozenset(
        "after publication|after this article was published|after this story was published|"
        "after this report was published|after we published|we apologise|we apologize|we regret the error|"
        "we are sorry|we were wrong".split("|")
    ),
    revising=frozenset(
        "now|no longer|not|earlier|previously|instead|wrong|error|mistake|mistaken|incorrect|incorrectly".split("|")
    ),
    correcting_labels=frozenset("update|updated|note|editor's note|editors' note".split("|")),
    silent_labels=frozenset(
        "read more|read also|more on this story|more on this|sponsored content|sponsored|paid content|"
        "partner content|"
        "paid post|letter to the editor|letters to the editor|pictured|file photo|photo caption|picture caption|"
        "file picture|file image|archive photo|left|right|above|below|top|bottom|centre|center|"
        "watch|see also|related|video|photo|photos|image|play video|more|listen|"
        "click here|subscribe|sign up|advertisement|caption|gallery|update|breaking|opinion|analysis|"
        "fact check|exclusive|note|source|sources|via|by|correction|editor's note|published|updated|"
        "also read|must read|trending|claim|claims|rumor|rumour|hoax|false|misleading|verdict|ruling|our ruling|"
        "missing context|altered|miscaptioned|mostly false|partly false|half true|half-true|pants on fire|fake|"
        "debunked|the claim|fact-check|question|interviewer|headline|headlines|statement|the statement|myth|quiz|"
        "satire|parody".split("|")
    ),
    promises=frozenset({"here's"}),
    news_labels=frozenset("exclusive|breaking|breaking news|update|just in|the latest|latest|developing".split("|")),
    standing_titles=frozenset(
        "live update updates latest breaking developing news headlines stories briefing brief briefs bulletin roundup "
        "digest recap summary newsletter podcast episode video watch photos pictures gallery blog liveblog analysis "
        "opinion comment commentary editorial column letters explainer interview profile feature special exclusive "
        "report story today daily weekly morning evening midday happened top main key know far untitled".split()
    ),
)
