"""Sentences that frame what somebody says: as it was, or so that nobody has said it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from digests.models import Article, Claim, Claimant
from tests.make import article, spoken
from tests.paths import DATA

SPEAKERS = ("Ida Holm", "The Ardova council", "Mayor Tomas Reker", "Belsk Metals", "Two officials")
VERBS = ("say", "announce", "report", "confirm", "claim", "insist", "warn", "admit", "add", "deny")
CONTENTS = (
    "the bridge at Belsk was open",
    "40 houses were damaged in Ardova",
    "troops had left the town of Corvin",
    "“the worst is over”",
    "nobody was hurt at the harbour",
    "the council would meet on Friday",
)
PAST = {"say": "said", "deny": "denied", "admit": "admitted"}
#: Frames in which it is told that somebody says it.
REAL = (
    "{s} {v} that {c}.",
    "On Monday, {s} {v} that {c}.",
    "{s} also {v} that {c}.",
    "{s} {v} in a statement on Tuesday that {c}.",
    "Speaking after the meeting, {s} {v} that {c}.",
    "The river rose all night, and {s} {v} that {c}.",
)
#: Frames in which nobody is told to have said it.
UNREAL = (
    "If {s} {v} that {c}, the court will sit.",
    "Unless {s} {v} that {c}, the court will sit.",
    "Did {s} {b} that {c}?",
    "Should {s} {b} that {c}, the court will sit.",
    "Had {s} {v} that {c}, the court would have sat.",
    "Suppose {s} {v} that {c}.",
    "It is unclear whether {s} {v} that {c}.",
    "It is false that {s} {v} that {c}.",
    "There is no evidence that {s} {v} that {c}.",
    "{s} has yet to {b} that {c}.",
    "{s} was unable to {b} that {c}.",
    "{s} stopped short of {g} that {c}.",
    "{s} avoided {g} that {c}.",
    "{s} is due to {b} that {c}.",
    "{s} is expected to {b} that {c}.",
    "{s} did not {b} that {c}.",
    "{s} never {v} that {c}.",
    "{s} refused to {b} that {c}.",
    "{s} forgot to {b} that {c}.",
    "{s} would {b} that {c}.",
    "{s} might {b} that {c}.",
    "{s} was far from {g} that {c}.",
    "{s} was reluctant to {b} that {c}.",
    "{s} could not {b} that {c}.",
    "At no point did {s} {b} that {c}.",
    "Not once has {s} {v} that {c}.",
    "By Sunday {s} will have {v} that {c}.",
    "{s} retracted a report in which it {v} that {c}.",
    "{s} apologised for {g} that {c}.",
    "{s} was misquoted as {g} that {c}.",
    "{s} used to {b} that {c}.",
    "{s} denies having {v} that {c}.",
    "{s} no longer {v} that {c}.",
    "In a deepfake video, {s} {v} that {c}.",
    "In the novel, {s} {v} that {c}.",
    "Reporters waited for {s} to {b} that {c}.",
    "Reporters asked whether {s} {v} that {c}.",
    "Nobody at all told reporters that {s} {v} that {c}.",
)


#: More of them: fiction, forgeries, retractions, rulings, notes of editors, questions, conditions. `{q}` is a content
#: without marks of quotation.
MORE_UNREAL = tuple((DATA / "unreal_frames.txt").read_text(encoding="utf-8").splitlines())


def framed(
    frames: tuple[str, ...],
    speakers: tuple[str, ...] = SPEAKERS,
    verbs: tuple[str, ...] = VERBS,
    contents: tuple[str, ...] = CONTENTS,
) -> Iterator[tuple[Claim, Article]]:
    """Claims that somebody read off framed sentences, rightly or not."""
    for frame, speaker, verb, content in product(frames, speakers, verbs, contents):
        past = PAST.get(verb, f"{verb}d" if verb.endswith("e") else f"{verb}ed")
        gerund = f"{verb[:-1]}ing" if verb.endswith("e") else f"{verb}ing"
        bare = content.strip("“”")
        text = frame.format(s=speaker, v=past, b=verb, g=gerund, c=content, q=bare)
        words = content if content in text else bare
        cues = [form for form in (gerund, past, verb) if f" {form} that" in text or f" {form} in a" in text]
        cue = next(iter(cues), "") or next((form for form in (gerund, past, verb) if f" {form}" in text), "")
        if words not in text or not cue:
            continue
        claimant = Claimant(name=speaker, surface=speaker)
        kind = "denial" if verb == "deny" else "saying"
        yield spoken(text, words, speaker, cue, claimant=claimant, kind=kind), article(text)
