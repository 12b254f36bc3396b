"""English words that make a saying none: works of fiction, conditions, questions, and what is taken for a fact."""

from __future__ import annotations

from digests.lexicon.reporting_groups import Frames

FRAMES = Frames(
    unreal=frozenset(
        "fake faked deepfake deepfakes fabricated forged doctored parody parodies satire satirical spoof "
        "novel novels "
        "film films movie movies fiction fictional fictitious dream dreams hoax imagined imaginary hypothetical "
        "sketch sketches cartoon cartoons comic impostor impersonator impersonating impersonated prank simulated "
        "simulation drama play musical thriller sitcom rumor rumors rumour rumours misquoted retracted withdrew "
        "withdrawn joke joked joking jokingly sarcastically untrue false falsely hypothetically "
        "misattributed invented pretended pretending pretend acted role-play ai-generated mockumentary screenplay "
        "lookalike look-alike jest comedy imitating mimicking parodying feigning feigned nightmare nightmares mock "
        "mistranslation mistranslated".split()
    )
    | frozenset(
        "television series|tv series|drama series|mini-series|video game|video games|short story|short stories|"
        "opening scene|closing scene|final scene|one scene|one episode|the episode|training exercise|mock trial|"
        "war game|war games|fairy tale|legend has it|legend says|legend tells|folklore says|"
        "as though|as if|mimicked by|impersonated by|parodied by|posing as|pretending to be|dressed as|"
        "in the role of|in the part of|voiced by|played by|trailer for|all but|everything but|anything but|"
        "at gunpoint|gun to his head|gun to her head|gun to their heads|knife to his throat|knife to her throat|"
        "impression of his|impression of her|impression of the|imitation of his|imitation of her|"
        "actor playing|actress playing|actor as|actress as|"
        "under duress|under torture|under hypnosis|in his sleep|in her sleep|"
        "from a script|by mistake|in error|translator's slip|in a drill|in an exercise|as part of an exercise|"
        "as part of a drill|in character|playing the|"
        "latest episode of|new episode of|never sent|it deleted|he deleted|she deleted|they deleted|"
        "thought experiment|voice clone|a forgery|during a drill|during the drill|in the drill|part of the drill|"
        "during an exercise|"
        "during the exercise|"
        "in the exercise|part of the exercise|in the game|in the myth|in greek myth|in the legend|in the fable|"
        "in the story|"
        "in the opera|in the libretto|in the saga|in the script|act one|act two|act three|act four|act five|"
        "scene one|scene two|"
        "scene three|alternate history|alternative history|parallel universe|"
        "the onion|babylon bee|the daily mash|der postillon|le gorafi|the beaverton|newsthump|waterford whispers|"
        "clickhole|reductress|el mundo today|borowitz report|"
        "called a slip|slip of the tongue|a misstatement|claiming to be|claims to be|claimed to be|purporting|"
        "purports|pretends to|pretending to be|voice of|"
        "voice that|"
        "sounded like|sounds like|in the voice|robocall|robocalls|cloned|puppet of|wax figure|hologram|"
        "avatar of|dummy page|"
        "test alert|test message|moot court|model un|appears to be from|appeared to be from|made to look like|"
        "since-deleted|later deleted|in his show|in her show|in their show|headline of the day|with a wink|"
        "from a newspaper|from the newspaper|mocking his|mocking her|mocking their|mocking its|mocking the|"
        "in the reconstruction|in a reconstruction|revue|pantomime|skit|re-enactment|reenactment|"
        "lying under oath|perjured|perjuring|"
        "the fictional|april fools|april fools'|april fool's".split("|")
    ),
    reciting=frozenset(
        "chose chooses choosing chosen read reads quoted quotes quoting cited cites citing recited recites reciting "
        "preached preaches preaching opened opens opening turned turning invoked invoking recalled recalling".split()
    ),
    scriptures=frozenset(
        "Genesis|Exodus|Leviticus|Deuteronomy|Joshua|Judges|Ruth|Samuel|Kings|Chronicles|Nehemiah|Job|Psalm|Psalms|"
        "Proverbs|Ecclesiastes|Isaiah|Jeremiah|Ezekiel|Daniel|Hosea|Micah|Amos|Matthew|Mark|Luke|John|Acts|Romans|"
        "Corinthians|Galatians|Ephesians|Philippians|Colossians|Thessalonians|Timothy|Hebrews|James|Peter|Revelation|"
        "Surah|Sura|Koran|Quran|Qur’an".split("|")
    ),
    prayers=frozenset({"Book of", "Lord’s Prayer", "Lord's Prayer", "Hail Mary"}),
    jests=frozenset("joke jokes joked joking quip quips quipped punchline pun deadpanned".split()),
    insincere=frozenset(
        "kidding bluffing lying fibbing jesting bantering trolling dissembling clowning teasing".split()
    ),
    untruths=frozenset(
        "lie lies fib untruth falsehood falsehoods hoax ruse bluff trick scam fraud deception deceit fabrication "
        "forgery joke prank spoof swindle pretence pretense cover-up slip".split()
    ),
    deceiving=frozenset(
        "trick dupe deceive mislead fool defraud swindle con hoodwink bluff cheat scam bamboozle".split()
    )
    | {"cover up", "throw off"},
    deceived=frozenset(
        "misled deceived duped tricked fooled conned swindled defrauded hoodwinked bamboozled scammed".split()
    ),
    deceptions=frozenset(
        "falsifying forging faking fabricating doctoring misleading lying cheating defrauding deceiving "
        "tricking duping scamming fraud perjury forgery deception malpractice".split()
    ),
    pleading=frozenset("pleaded pleads pled".split()),
    unproven=frozenset(
        "evidence|proof|false|untrue|unclear|uncertain|unlikely|doubtful|deny|denied|denies|doubt|doubts|"
        "doubted|unknown|impossible|wish|wishes|hope|hopes|claim that".split("|")
    ),
    bare_conditions=frozenset(
        "once|until|even if|only if|as long as|as soon as|by the time|whenever|that|whether|how".split("|")
    ),
    time_clauses=frozenset({"at the moment", "at the time", "by the time", "the moment", "the minute"}),
    conditions=frozenset(
        "if|unless|until|provided|as long as|as soon as|so long as|once|should|only if|assuming|on condition|"
        "pending|in exchange|except|or else|in return|in case|lest|barring|for as long as|for so long as|only after|"
        "only when|only once|not before|not until|depending|always assuming|subject to|contingent on|"
        "on one condition|excluding|excepting|save for|given that|the one exception|the only exception|"
        "the sole exception|the exception|with the exception|"
        "though not|although not|albeit not".split("|")
    ),
    permitting=frozenset("permitting willing".split()),
    factive=frozenset("after because though".split()),
    conceding=frozenset({"while"}),
    question_openers=frozenset("asked questioned pressed speaking while".split()) | {"when asked"},
    role_openings=frozenset("as the|as a|as an".split("|")),
    supposing=frozenset("suppose imagine without picture envision envisage".split()),
    inverted_conditions=frozenset("had should were".split()),
    granting=frozenset({"though", "although", "even as"}),
    questions=frozenset("if whether why what who".split()),
    purposes=frozenset({"in order"}),
    accompanying=frozenset({"with"}),
    past_times=frozenset({"when"}),
    told_within=frozenset({"in which", "at which", "during which", "where"}),
    inverting=frozenset({"so", "thus"}),
    of_trade=frozenset(
        "academy actor actress agency association board business buff channel company critic critics director "
        "directors distributor "
        "exhibitor executive executives expert fan fans festival firm giant giants group historian industry institute "
        "label magnate maker makers mogul producer producers publisher retailer rights school scholar star stars "
        "studio studios tycoon unit".split()
    ),
)
