"""The steps from a text to its attributions, in order."""

from __future__ import annotations

from collections.abc import Sequence

from digests.attribution.cue_kinds import kind_of
from digests.attribution.document import Document
from digests.attribution.drafts import ROLES, Draft, count_words
from digests.attribution.repairs.according_to import add_according, drop_manner, part_joined
from digests.attribution.repairs.boundaries import (
    cut_asides,
    extend_to_clause,
    keep_to_sentence,
    part_quotations,
    tidy,
)
from digests.attribution.repairs.citing import rejoin_citing
from digests.attribution.repairs.fragments import merge_fragments
from digests.attribution.repairs.free_quotations import add_floating
from digests.attribution.repairs.given_figures import add_putting, puts_figure
from digests.attribution.repairs.nested import keep_own_words, part_nested
from digests.attribution.repairs.quotations import is_speech, settle_quotations
from digests.attribution.repairs.sources import (
    can_speak,
    drop_datelines,
    drop_unsourced,
    find_beside_cue,
    has_mute_subject,
    is_nobody,
)
from digests.attribution.repairs.transcripts import add_turns
from digests.attribution.tagging.decoding import decode
from digests.attribution.tagging.tagger import Tagger
from digests.models import Attribution, Kind, Mode, Span

#: What is less likely right is left out: near half of the F1 reached, which serves F1 best (Lipton et al. 2014).
LEAST = 0.4
_SCARE = 1  # word in quotation marks, held at arm's length
_DIRECT = 0.9  # of a content's words in quotation marks


def find_attributions(text: str, tagger: Tagger) -> tuple[Attribution, ...]:
    """Who is said to say what in a text, in order of content."""
    reading = Document(text)
    drafts = [draft for draft in decode(tagger.tag(text)) if draft.confidence >= LEAST]
    merge_fragments(text, drafts)
    drafts = _repaired(reading, drafts)
    found = [_attribution(reading, draft, nested=nested) for draft, nested in part_nested(reading, drafts)]
    return tuple(sorted(found, key=lambda attribution: (attribution.content, attribution.cue)))


def _repaired(reading: Document, drafts: Sequence[Draft]) -> list[Draft]:
    drafts = drop_datelines(reading, drop_manner(reading.text, drafts))
    drafts = settle_quotations(reading, rejoin_citing(reading, drafts))
    find_beside_cue(reading, drafts)
    drafts = keep_to_sentence(reading, drop_unsourced(reading, drafts))
    part_joined(reading, drafts)
    drafts = add_putting(reading, add_according(reading, drafts))
    drafts = part_quotations(reading, add_floating(reading, add_turns(reading, drafts)))
    keep_own_words(reading, drafts)
    cut_asides(reading, drafts)
    extend_to_clause(reading, drafts)
    return tidy(reading, drafts)


def _attribution(reading: Document, draft: Draft, *, nested: bool) -> Attribution:
    return Attribution(
        source=tuple(sorted(draft.source)),
        cue=tuple(sorted(draft.cue)),
        content=tuple(draft.content),
        kind=_kind(reading, draft),
        mode=_mode(reading, draft.content),
        nested=nested,
        confidence=round(draft.confidence, 4),
    )


def _kind(reading: Document, draft: Draft) -> Kind:
    text = reading.text
    source, cue, content = (" ".join(text[s:e] for s, e in draft.spans(role)) for role in ROLES)
    if puts_figure(cue, content):
        return "estimate"
    speaker = can_speak(source) if source else not has_mute_subject(reading, draft.cue)
    kind = kind_of(cue, content, speaker=speaker)
    if kind == "saying" and is_nobody(source):
        return "attitude"
    spoken = any(is_speech(reading, quotation) for span in draft.content for quotation in _quoted(reading, span))
    return "saying" if kind == "attitude" and spoken else kind


def _quoted(reading: Document, span: Span) -> list[Span]:
    """The quotation that a fragment is, if it is one."""
    return [quotation for quotation in reading.quotations.within(span) if quotation == span]


def _mode(reading: Document, content: Sequence[Span]) -> Mode:
    """Direct, mixed or indirect, by how many of a content's words are quoted; scare quotes are not quotations."""
    words = quoted = 0
    for span in content:
        words += count_words(reading.text, span)
        for quotation in reading.quotations.within(span):
            if count_words(reading.text, quotation) > _SCARE or quotation == span:
                quoted += count_words(reading.text, (max(span[0], quotation[0]), min(span[1], quotation[1])))
    if not quoted:
        return "indirect"
    return "direct" if quoted >= _DIRECT * words else "mixed"
