"""The steps from a text to its attributions, in order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from digests.attribution.cue_kinds import kind_of
from digests.attribution.document import Document
from digests.attribution.drafts import ROLES, Draft, Spans, count_words, words_of
from digests.attribution.repairs.according_to import add_according, drop_manner, part_joined
from digests.attribution.repairs.citing import credit_cited, rejoin_citing
from digests.attribution.repairs.conventions.bullets import add_listed
from digests.attribution.repairs.conventions.datelines import drop_datelines
from digests.attribution.repairs.conventions.interviews import add_answers
from digests.attribution.repairs.conventions.labels import sign_labelled
from digests.attribution.repairs.conventions.signed import add_signed, drop_captions, drop_credits
from digests.attribution.repairs.conventions.transcripts import add_turns
from digests.attribution.repairs.extents.beginnings import begin_rightly
from digests.attribution.repairs.extents.boundaries import (
    cut_asides,
    extend_to_clause,
    keep_to_sentence,
    part_quotations,
    tidy,
)
from digests.attribution.repairs.extents.speakers import end_sources
from digests.attribution.repairs.fragments import merge_fragments
from digests.attribution.repairs.free_quotations import add_floating, free_running
from digests.attribution.repairs.fronted import part_cleft, part_fronted
from digests.attribution.repairs.given_figures import add_putting, counts, go_on_counting, puts_figure
from digests.attribution.repairs.hearsay import part_heard
from digests.attribution.repairs.nested import keep_inner_speaker, keep_own_words, part_nested
from digests.attribution.repairs.participles import drop_owners, find_subject
from digests.attribution.repairs.pointing_denials import add_pointing_denials
from digests.attribution.repairs.quotations import (
    drop_subjectless,
    is_speech,
    part_paragraphs,
    settle_quotations,
)
from digests.attribution.repairs.relayed import add_quoted, part_relayed
from digests.attribution.repairs.roles import return_roles
from digests.attribution.repairs.sources import (
    can_speak,
    drop_unsourced,
    find_beside_cue,
    has_mute_subject,
    is_mute,
    is_nobody,
)
from digests.attribution.tagging.decoding import decode
from digests.attribution.tagging.tagger import Tagger
from digests.lexicon import ENGLISH, Lexicon
from digests.models import Attribution, Kind, Mode, Span

#: What makes drafts right that the tagger got nearly so, in order: drafts in, drafts out.
REPAIRS: Final[tuple[Callable[[Document, Sequence[Draft]], list[Draft]], ...]] = (
    merge_fragments,
    add_quoted,
    drop_manner,
    drop_datelines,
    rejoin_citing,
    settle_quotations,
    find_beside_cue,
    drop_unsourced,
    find_subject,
    part_fronted,
    part_cleft,
    end_sources,
    sign_labelled,
    keep_to_sentence,
    part_joined,
    add_according,
    add_putting,
    add_turns,
    add_answers,
    add_listed,
    part_paragraphs,
    free_running,
    add_floating,
    drop_captions,
    drop_credits,
    drop_owners,
    drop_subjectless,
    part_quotations,
    keep_own_words,
    cut_asides,
    extend_to_clause,
    keep_inner_speaker,
    go_on_counting,
    return_roles,
    begin_rightly,
    add_signed,
    tidy,
    credit_cited,
    part_relayed,
    part_heard,
    add_pointing_denials,
)
#: What is less likely right is left out: near half of the F1 reached, which serves F1 best (Lipton et al. 2014).
LEAST = 0.4
_SCARE = 1  # word in quotation marks, held at arm's length
_DIRECT = 0.9  # of a content's words in quotation marks


def find_attributions(text: str, tagger: Tagger, lexicon: Lexicon = ENGLISH) -> tuple[Attribution, ...]:
    """Who is said to say what in a text, in order of content."""
    reading = Document(text, lexicon)
    drafts = [draft for draft in decode(tagger.tag(text)) if draft.confidence >= LEAST]
    for repair in REPAIRS:
        drafts = repair(reading, drafts)
    attributions = [_attribution(reading, draft, nested=nested) for draft, nested in part_nested(reading, drafts)]
    return tuple(sorted(attributions, key=lambda attribution: (attribution.content, attribution.cue)))


def _attribution(reading: Document, draft: Draft, *, nested: bool) -> Attribution:
    return Attribution(
        source=tuple(sorted(draft.source)),
        cue=tuple(sorted(draft.cue)),
        content=draft.content,
        relay=draft.relay,
        kind=_kind(reading, draft),
        mode=_mode(reading, draft.content),
        nested=nested,
        confidence=round(draft.confidence, 4),
    )


def _kind(reading: Document, draft: Draft) -> Kind:
    source, cue, content = (words_of(reading.text, draft.spans(role)) for role in ROLES)
    lexicon = reading.lexicon
    if puts_figure(cue, content, lexicon):
        return "estimate"
    if counts(cue, content, lexicon):
        return "saying"
    if is_mute(reading, draft):
        return "appearance"
    speaker = can_speak(source, lexicon) if source else not has_mute_subject(reading, draft.cue)
    kind = kind_of(cue, content, speaker=speaker, lexicon=lexicon)
    if kind in {"saying", "denial"} and is_nobody(source, lexicon):
        return "attitude"
    is_spoken = any(is_speech(reading, quotation) for span in draft.content for quotation in _quoted(reading, span))
    return "saying" if kind == "attitude" and is_spoken else kind


def _quoted(reading: Document, span: Span) -> list[Span]:
    """The quotation that a fragment is, if it is one."""
    return [quotation for quotation in reading.quotations.within(span) if quotation == span]


def _mode(reading: Document, content: Spans) -> Mode:
    """Direct, mixed or indirect, by how many of a content's words are quoted; scare quotes are not quotations."""
    words = quoted_words = 0
    for span in content:
        words += count_words(reading.text, span)
        for quotation in reading.quotations.within(span):
            if count_words(reading.text, quotation) > _SCARE or quotation == span:
                quoted_words += count_words(reading.text, (max(span[0], quotation[0]), min(span[1], quotation[1])))
    if not quoted_words:
        return "indirect"
    return "direct" if quoted_words >= _DIRECT * words else "mixed"
