"""Reading articles into claims with the tagger, loaded once."""

from __future__ import annotations

import gc
import threading
from functools import cached_property
from pathlib import Path

import structlog

from bot.errors import SettingsError
from digests.attribution import Tagger, load_tagger
from digests.errors import WeightsError
from digests.extraction.extract import Extraction, extract
from digests.knowledge import Knowledge
from digests.models import Article

_log = structlog.get_logger("dateline")


class Extractor:
    """Reads articles into claims; loads the tagger when the first one comes, and may be called from any thread.

    weights: the operator's own tagger, looked at at once; raises SettingsError where it is none.
    """

    def __init__(self, knowledge: Knowledge, weights: Path | None = None) -> None:
        self._knowledge = knowledge
        self._weights = weights
        self._lock = threading.Lock()
        if weights is not None:
            _ = self._tagger

    @cached_property
    def _tagger(self) -> Tagger:
        try:
            tagger = load_tagger(self._weights.read_bytes() if self._weights else None)
        except (OSError, WeightsError) as error:
            raise SettingsError(f"DATELINE_TAGGER: {self._weights} cannot be used: {error}") from None
        gc.freeze()  # what is loaded stays; to look through it at every collection takes a tenth of the reading
        return tagger

    def __call__(self, article: Article) -> Extraction:
        """Everything that is said in an article; one that is not English is left unread, with a warning."""
        with self._lock:
            extraction = extract(article, self._knowledge, self._tagger)
        if extraction.unread_language:
            _log.warning("not English, left unread", article=article.id, language=extraction.unread_language.name)
        return extraction
