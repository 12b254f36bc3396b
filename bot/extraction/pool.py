"""Reading articles in several processes at once."""

from __future__ import annotations

import multiprocessing
import os
import threading
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from multiprocessing import get_context
from types import TracebackType

from bot.extraction.extractor import Extractor
from bot.knowledge.load import build_knowledge
from bot.logs import set_up_logs
from bot.settings import Settings
from digests.extraction.extract import Extraction
from digests.lines.wording import worded
from digests.models import Article


class ReadingPool:
    """Processes that read articles; may be called from as many threads at once as there are processes, and more.

    Where one of them is killed, as for want of memory, others are started, and who waited for it hears of it.
    """

    def __init__(self, settings: Settings, workers: int) -> None:
        self._settings, self._workers = settings, workers
        self._lock = threading.Lock()
        self._pool = self._start()

    def __enter__(self) -> ReadingPool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.shutdown(cancel_futures=True)

    def __call__(self, article: Article) -> Extraction:
        """Everything that is said in an article; waits for a process that is free."""
        pool = self._pool
        try:
            return pool.submit(_Worker.work, article).result()
        except BrokenProcessPool:
            self._replace(pool)
            raise

    def _start(self) -> ProcessPoolExecutor:
        # started afresh, since a process that runs threads does not survive a fork
        context = get_context("spawn")
        return ProcessPoolExecutor(self._workers, context, initializer=_Worker.start, initargs=(self._settings,))

    def _replace(self, old_pool: ProcessPoolExecutor) -> None:
        with self._lock:
            if self._pool is old_pool:
                old_pool.shutdown(wait=False, cancel_futures=True)
                self._pool = self._start()


def end_with_parent() -> None:
    """Let this process end where the one that started it is killed; it would wait for work for ever."""
    threading.Thread(target=_outlast_parent, daemon=True).start()


def _outlast_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


class _Worker:
    """What a worker process has made ready."""

    extractor: Extractor

    @classmethod
    def start(cls, settings: Settings) -> None:
        """Make a process ready to read."""
        end_with_parent()
        set_up_logs(settings.log_level, settings.secrets(), settings.log)
        cls.extractor = Extractor(build_knowledge(settings), settings.tagger)

    @classmethod
    def work(cls, article: Article) -> Extraction:
        """Read an article, and put its claims in words: that takes a third as long again, and is done here too."""
        extraction = cls.extractor(article)
        return replace(extraction, claims=tuple(worded(claim, article) for claim in extraction.claims))
