"""A person introduced in passing may be whom “he” or “she” means; the famous one further up never is by default."""

from __future__ import annotations

import itertools

import pytest

from digests.models import Attribution
from digests.speakers.resolve import resolve_speakers
from tests.digests.speakers.test_speakers import INDEX, read

FAMOUS = (
    ("President Volodymyr Zelensky visited the front on Tuesday.", "he"),
    ("{Emmanuel Macron} said that the talks were over.", "he"),
    ("“The talks are over,” said {President Donald Trump}.", "he"),
    ("Chancellor Angela Merkel opened the fair.", "she"),
)
INTRODUCTIONS = (
    "A man named {name} was packing his bags.",
    "A farmer called {name} had lost two barns.",
    "One of the wounded is {name}.",
    "One of the guests was {name}, who had come by train.",
    "In the village, reporters met {name}, 41.",
    "The first to arrive was {name}, a nurse from the coast.",
    "A survivor, {first}, lost a house in the flood.",
    "Next door lives {name}, a retired miner.",
    "{name} was queueing for bread.",
    "Among those queueing was {name}, a teacher.",
    "It was a night that {name} will not forget.",
    "A neighbour was sweeping the yard.",
    "Another shopper, {name}, had filled two bags.",
)
NAMES = (
    "Yunara Teslim", "Ibolya Szekeres", "Kwabla Boadu", "Zebulin Quill", "Dovid Lerner", "Nguyen Van Hai",
    "Aroha Ngata", "Pasquale Rizzolo", "Oona Kettle", "Bakary Sane", "Ming Zhaoxu", "Irakli Dvali", "Tolga Yavuz",
)  # fmt: skip
SPEECH = (
    " {pronoun} told reporters that the water came at night.",
    "\n\n“The water came at night,” {pronoun} said.",
)


@pytest.mark.parametrize("introduction", INTRODUCTIONS)
def test_a_pronoun_after_a_passing_introduction_is_not_the_famous_person(introduction: str) -> None:
    """“He” after a sentence that brings somebody new in is that person, or nobody is named."""
    wrong = []
    for (opening, pronoun), name, speech in itertools.product(FAMOUS, NAMES, SPEECH):
        said = introduction.format(name=name, first=name.split()[0])
        text = f"{opening}\n\n{said}" + speech.replace("{pronoun}", f"{{{pronoun}}}")
        claimant = read(text)[-1]
        if claimant.name != name and claimant.resolved_by not in {"unresolved", "none"}:
            wrong.append((text, claimant.name))
    assert not wrong


@pytest.mark.parametrize("introduction", [INTRODUCTIONS[4], INTRODUCTIONS[8], INTRODUCTIONS[10]])
def test_whoever_is_brought_in_clearly_is_meant(introduction: str) -> None:
    """A person brought in by name, alone in the sentence before, is whom the pronoun names."""
    text = f"{{Emmanuel Macron}} said so.\n\n{introduction} {{He}} told reporters that the water came at night."
    assert read(text.format_map(_Keep(name="Peter Hallmark")))[-1].name == "Peter Hallmark"


class _Keep(dict[str, str]):
    """Fills in what it has and leaves other braces as they are."""

    def __missing__(self, key: str) -> str:
        return f"{{{key}}}"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("{Anna Lindt} said so. The plan is not new. “It will work,” {she} added.", "Anna Lindt"),
        ("{Anna Lindt} met Peter Hahn on Monday. {She} said no.", "Anna Lindt"),
        ("{Carl Dunmore} spoke. Running against Peter Hahn last year, {he} said no.", "Carl Dunmore"),
        ("Peter Hahn met Carl Dunmore on Monday. {He} said no.", "He"),
        ("{Peter Hahn} said that [Carl Dunmore was late]. {He} said no.", "Peter Hahn"),
        ("{Peter Hahn} spoke. Carl Dunmore left early. {He} said no.", "Carl Dunmore"),
        ("{Peter Hahn} spoke. Anna Lindt left early. {He} said no.", "Peter Hahn"),
        ("{Peter Hahn} spoke. The house was sold by Carl Dunmore to Emil Fay. {He} said no.", "He"),
        ("{Peter Hahn} spoke. {The 26-year-old striker} said so. {He} said no.", "Peter Hahn"),
    ],
)
def test_a_pronoun_is_the_subject_or_the_speaker(text: str, name: str) -> None:
    """The running speaker or the sentence's subject is meant; nobody is named where somebody else may be."""
    assert read(text)[-1].name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Anna Lindt was replaced by Petra Voll in June. {She} said no.", "She"),
        ("Anna Lindt asked Petra Voll about the bridge. {She} said no.", "She"),
        ("Anna Lindt asked Petra Voll to leave. {She} said no.", "Anna Lindt"),
        ("Prime Minister Carl Dunmore promised help. The owner of the bakery shook his head. {He} said no.", "He"),
        ("Carl Dunmore, the mayor, promised help. The mayor shook his head. {He} said no.", "Carl Dunmore"),
        ("{Petra Voll, a coroner,} spoke. Backing up her car, {she} told police, she saw a man.", "she"),
        ("{Petra Voll, a baker,} spoke. Backing up her car, {she} told police, she saw a man.", "Petra Voll"),
        ("{Petra Voll} spoke. Anna Lindt remembers {her} saying that it was over.", "Petra Voll"),
        ("{The shops} said no. {Petra Voll, a baker,} spoke. “We use a model,” {they} said.", "they"),
        ("{The shops} said no. “We use a model,” {they} said.", "The shops"),
        ("Anna Lindt, a baker, remembers {her} saying that it was over.", "her"),
        ("A young woman rose. {Carl Dunmore} spoke. {The woman} said no.", "The woman"),
        ("{Carl Dunmore} spoke. Then {the woman} said no.", "the woman"),
        ("{Petra Voll, a woman from Larn,} spoke. {The woman} said no.", "Petra Voll"),
        ("Voters such as Petra Voll, {who} are young, said no.", "who"),
        ("{Her father, Brad,} spoke. “People know us,” {they} said.", "they"),
        ("Anna Lindt, Petra Voll and others left. {She} said no.", "She"),
        ("Anna Lindt and her sister Petra Voll left. {She} said no.", "She"),
        ("Carl Dunmore, Peter Hahn’s friend, left. {He} said no.", "Carl Dunmore"),
        ("The situation worsened. {Carl Dunmore} spoke. The violent storm grew. {He} said no.", "Carl Dunmore"),
        ("Last week, a young woman asked Petra Voll for help. {The woman} said no.", "The woman"),
        ("Anna Lindt met Petra Voll. {She} said no. {She} said it twice.", "She"),
        ("Anna Lindt met Petra Voll. {She} said no. Anna Lindt left. {She} said it twice.", "Anna Lindt"),
        ("{The crowd} booed Carl Dunmore, the chairman. {Carl Dunmore} left. {The crowd} said no.", "The crowd"),
    ],
)
def test_whoever_a_sentence_makes_no_speaker_is_not_meant(text: str, name: str) -> None:
    """Whoever is asked or acts in a passive is a rival; officers tell the police nothing, and no subject is “him”."""
    assert read(text)[-1].name == name


def test_an_entry_of_a_live_blog_stands_alone() -> None:
    """No pronoun of one entry means whoever speaks in another; a name does."""
    text = "14:05 BST {Carl Dunmore} said so.\n13:40 BST {He} said no.\n13:10 BST {Dunmore} said so."
    assert [c.name for c in read(text)] == ["Carl Dunmore", "He", "Carl Dunmore"]


def test_who_adds_is_whoever_the_sentence_before_has_speak() -> None:
    """“He added” means the one who “told us” right before, though another is named beside him; “he wrote” need not."""
    before = "Asked about Carl Dunmore’s post Peter Hahn told us no. "
    source, cue, content = ((len(before) + start, len(before) + end) for start, end in ((0, 2), (3, 8), (9, 25)))
    attribution = Attribution(source=(source,), cue=(cue,), content=(content,))
    texts = (f"{before}He {verb} that it was late." for verb in ("added", "wrote"))

    assert [resolve_speakers(text, [attribution], INDEX)[0].name for text in texts] == ["Peter Hahn", "He"]
