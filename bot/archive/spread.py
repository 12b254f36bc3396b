"""Shards spread over cores and machines by Ray Data: an actor with an extractor for each core."""

from __future__ import annotations

import contextlib
import logging
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from bot.archive.reading import ShardReader
from bot.archive.shards import Ledger, Outcome, Shard
from bot.errors import SettingsError
from bot.settings import Settings

_STORE_BYTES = 128 << 20  #: of Ray's shared memory: only names and counts go through it
_PASSES = 3  #: how often shards are spread that were lost with a machine


def spread(settings: Settings, ledger: Ledger, shards: Sequence[Shard], *, workers: int) -> Iterator[Outcome]:
    """Read shards with so many actors, and give what came of each as it is done.

    What a machine had begun that is lost is begun again on another. RAY_ADDRESS names a cluster whose machines share
    the folders; without it this machine alone is used.
    """
    with _ray(workers) as ray:
        waiting = {shard.path: shard for shard in shards}
        for _ in range(_PASSES):
            for row in _rows(ray, settings, ledger, list(waiting.values()), workers):
                outcome = Outcome(**row)
                if waiting.pop(outcome.shard, None):
                    yield outcome
            if not waiting:
                return
    for path in waiting:
        yield Outcome(path, problem=f"its process could not start, or ended, {_PASSES} times")


@contextlib.contextmanager
def _ray(workers: int) -> Iterator[Any]:
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"  # Ray reports to its maker otherwise
    os.environ.setdefault("RAY_worker_niceness", "0")  # as any other process that reads
    os.environ.setdefault("RAY_BACKEND_LOG_LEVEL", "fatal")
    os.environ.setdefault("RAY_DATA_DISABLE_PROGRESS_BARS", "1")
    try:
        import ray  # noqa: PLC0415 - the extra `archive` is large
        import ray.data  # noqa: PLC0415 - as above
    except ModuleNotFoundError:
        raise SettingsError("Archives are read with Ray: pip install 'dateline[archive]'.") from None
    quiet = {"log_to_driver": False, "logging_level": logging.ERROR, "ignore_reinit_error": True}
    if not ray.is_initialized():
        if os.environ.get("RAY_ADDRESS"):
            ray.init(**quiet)
        else:
            ray.init("local", num_cpus=workers, include_dashboard=False, object_store_memory=_STORE_BYTES, **quiet)
    ray.data.DataContext.get_current().enable_progress_bars = False
    for name in ("ray", "ray.data"):
        logging.getLogger(name).setLevel(logging.ERROR)
    try:
        yield ray
    finally:
        ray.shutdown()


def _rows(
    ray: Any, settings: Settings, ledger: Ledger, shards: Sequence[Shard], workers: int
) -> Iterator[Mapping[str, Any]]:
    context = ray.data.DataContext.get_current()
    context.max_errored_blocks = -1  # what is lost is spread again
    rows = [asdict(shard) for shard in shards]
    pool = ray.data.ActorPoolStrategy(min_size=1, max_size=workers, initial_size=min(workers, len(shards)))
    data = ray.data.from_items(rows, override_num_blocks=len(rows))
    yield from data.map(_actor(settings, ledger), compute=pool, num_cpus=1).iter_rows()


def _actor(settings: Settings, ledger: Ledger) -> type:
    """The class of a process of Ray's that reads shards.

    What it needs goes with the class: arguments would lie in the memory of a machine that may be lost.
    """

    class Actor:
        def __init__(self) -> None:
            self._reader = ShardReader(settings, ledger)

        def __call__(self, row: Mapping[str, Any]) -> dict[str, Any]:
            return asdict(self._reader.read(Shard(**row)))

    return Actor
