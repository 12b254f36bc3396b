"""Reads an archive on a cluster of two machines, and ends one of them in the middle: `python -m ... OUT IN...`.

The machines are processes here; the second one has the core on which the first shard was read.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from pathlib import Path

from bot.archive.shards import Form, Ledger, list_shards
from bot.archive.spread import spread
from bot.settings import load_settings


def main(out: Path, paths: list[str]) -> None:
    """Read, and lose a machine once two shards are done."""
    from ray.cluster_utils import Cluster  # noqa: PLC0415 - the extra `archive`

    cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 1, "include_dashboard": False})
    other = cluster.add_node(num_cpus=1)
    os.environ["RAY_ADDRESS"] = cluster.address
    done = out / "done" / Form.extracts

    def lose() -> None:
        while not done.is_dir() or len(list(done.iterdir())) < 2:
            time.sleep(0.05)
        cluster.remove_node(other, allow_graceful=False)
        print("lost a machine", flush=True)  # noqa: T201 - for the test

    losing = threading.Thread(target=lose)
    losing.start()
    shards = list_shards(paths)
    for outcome in spread(load_settings(), Ledger(out, Form.extracts), shards, workers=2):
        print(f"{outcome.shard} {outcome.articles} {outcome.problem}", flush=True)  # noqa: T201 - for the test
    losing.join()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
