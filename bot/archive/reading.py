"""Reading a shard into the files that are written of it."""

from __future__ import annotations

import gzip
import json
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO

from bot.archive.shards import Form, Ledger, Outcome, Replacing, Shard, replace
from bot.errors import RecordError
from bot.exports.claim_parquet import ClaimParquet
from bot.exports.claim_rows import claim_row
from bot.exports.extracts import NOBODY, extract_line
from bot.extraction import Extractor
from bot.knowledge.load import build_knowledge
from bot.logs import set_up_logs
from bot.records import open_records
from bot.settings import Settings
from digests.extraction.extract import Extraction
from digests.models import Article, SourcedClaim

_GROUP = 2_000  #: claims that are written at once


class ShardReader:
    """Reads shards, one after another; has an extractor of its own."""

    def __init__(self, settings: Settings, ledger: Ledger) -> None:
        set_up_logs(settings.log_level, settings.secrets(), settings.log)
        self._ledger = ledger
        self._extractor = Extractor(build_knowledge(settings), settings.tagger)

    def read(self, shard: Shard) -> Outcome:
        """Read a shard, unless that is done; what goes wrong with it is told in the outcome."""
        known = self._ledger.outcome(shard)
        if known:
            return known
        try:
            outcome = self._read(shard)
            self._ledger.note(shard, outcome)
        except Exception as error:  # noqa: BLE001 - one shard must not end the others
            return Outcome(shard.path, problem=f"{type(error).__name__}: {error}")
        return outcome

    def _read(self, shard: Shard) -> Outcome:
        start, failures = time.monotonic(), list[str]()
        with ExitStack() as stack:
            writer = _WRITERS[self._ledger.form](self._ledger.folder, shard.name, stack)
            for record in open_records(shard.path, publisher=NOBODY, strict=False):
                if isinstance(record, RecordError):
                    failures.append(json.dumps({"line": record.line, "reason": str(record)}, ensure_ascii=False))
                else:
                    writer.add(record, self._extractor(record))
            writer.end()
        listing = self._ledger.folder / "failures" / f"{shard.name}.jsonl"
        if failures:
            replace(listing, "".join(f"{line}\n" for line in failures).encode())
        else:
            listing.unlink(missing_ok=True)
        seconds = round(time.monotonic() - start, 3)
        return Outcome(shard.path, writer.articles, writer.claims, len(failures), seconds)


class _ClaimsWriter:
    """Claims as Parquet, and beside them what was read, whole, for `dateline archive load`."""

    def __init__(self, folder: Path, name: str, stack: ExitStack) -> None:
        self.articles = self.claims = 0
        self._claims = _opened(stack, folder / "claims" / f"{name}.parquet")
        # no name and no time in its head: the same articles give the same bytes
        gzip_file = gzip.GzipFile("", "wb", 6, _opened(stack, folder / "readings" / f"{name}.jsonl.gz"), 0)
        self._readings = stack.enter_context(gzip_file)
        self._table = ClaimParquet()
        self._waiting: list[SourcedClaim] = []

    def add(self, article: Article, extraction: Extraction) -> None:
        """Write what an article says."""
        self.articles += 1
        self.claims += len(extraction.claims)
        self._waiting += [SourcedClaim(claim, article) for claim in extraction.claims]
        if len(self._waiting) >= _GROUP:
            self._write_group()
        claims = ",".join(claim.model_dump_json(exclude_defaults=True) for claim in extraction.claims)
        line = f'{{"article":{article.model_dump_json(exclude_defaults=True)},"claims":[{claims}]}}\n'
        self._readings.write(line.encode())

    def end(self) -> None:
        """Write what the files end with."""
        self._write_group()
        self._claims.write(self._table.end())

    def _write_group(self) -> None:
        if self._waiting:
            self._claims.write(self._table.rows([claim_row(claim) for claim in self._waiting]))
        self._waiting = []


class _ExtractsWriter:
    """What `dateline extract` prints."""

    def __init__(self, folder: Path, name: str, stack: ExitStack) -> None:
        self.articles = self.claims = 0
        self._out = _opened(stack, folder / "extracts" / f"{name}.jsonl")

    def add(self, article: Article, extraction: Extraction) -> None:
        """Write what an article says."""
        self.articles += 1
        self.claims += len(extraction.claims)
        self._out.write(extract_line(article, extraction).encode() + b"\n")

    def end(self) -> None:
        """Nothing is left."""


_WRITERS: dict[Form, Callable[[Path, str, ExitStack], _ClaimsWriter | _ExtractsWriter]] = {
    Form.claims: _ClaimsWriter,
    Form.extracts: _ExtractsWriter,
}


def _opened(stack: ExitStack, path: Path) -> BinaryIO:
    part = stack.enter_context(Replacing(path))
    return stack.enter_context(part.open("wb"))


def readings(path: Path) -> Iterator[tuple[Article, list[object]]]:
    """The articles of a file of readings, each with its claims as plain values."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield Article.model_validate(row["article"]), row["claims"]
