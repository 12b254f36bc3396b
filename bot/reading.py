"""Reading articles into claims: what the operator lets the house know, and the tagger, made ready once."""

from __future__ import annotations

import gc
import threading
from functools import cached_property

import structlog

from bot.gazetteer import open_gazetteer
from bot.knowledge import read_actors
from bot.settings import SHIPPED, Settings
from digests.attribution import Tagger, load_tagger
from digests.extract import Extraction, extract
from digests.knowledge import Knowledge
from digests.models import Article

_log = structlog.get_logger("dateline")


class Reader:
    """Reads articles into claims; loads the tagger when the first one comes, and may be called from any thread."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._lock = threading.Lock()

    @cached_property
    def _tagger(self) -> Tagger:
        tagger = load_tagger()
        gc.freeze()  # what is loaded stays; to look through it at every collection takes a tenth of the reading
        return tagger

    def __call__(self, article: Article) -> Extraction:
        """Everything that is said in an article; one that is not English is left unread, with a warning."""
        with self._lock:
            found = extract(article, self._knowledge, self._tagger)
        if found.not_english:
            _log.warning("not English, left unread", article=article.id, language=found.not_english.name)
        return found


def build_knowledge(settings: Settings) -> Knowledge:
    """Places and actors from the shipped files and the operator's own."""
    own = [settings.config / "actors.toml"] if settings.config else []
    actors = read_actors([SHIPPED / "actors.toml", *(path for path in own if path.is_file())])
    return Knowledge(open_gazetteer(SHIPPED, settings.data), actors)
