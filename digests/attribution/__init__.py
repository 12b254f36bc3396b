"""Who says what in a text: attributions of source, cue and content, and the sentences that are nobody's."""

from digests.attribution.narrator import narrator_sentences
from digests.attribution.pipeline import find_attributions
from digests.attribution.tagging.tagger import Tagger, load_tagger

__all__ = ["Tagger", "find_attributions", "load_tagger", "narrator_sentences"]
