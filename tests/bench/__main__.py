"""Run the benchmarks: `python -m tests.bench [NAME…]`, each printing a JSON line a figure and a table.

A benchmark is a module in this folder with `run() -> Iterator[Result]`; its name is the module's.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import sys
from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table

import tests.bench
from tests.bench.result import Result


def main(wanted: Sequence[str]) -> None:
    """Run the benchmarks of those names, or all; an unknown name ends the run and lists those there are."""
    modules = {found.name: f"tests.bench.{found.name}" for found in pkgutil.iter_modules(tests.bench.__path__)}
    benches = {name: importlib.import_module(path) for name, path in modules.items() if name != "__main__"}
    benches = {name: module for name, module in sorted(benches.items()) if hasattr(module, "run")}
    unknown = set(wanted) - set(benches)
    if unknown:
        sys.exit(f"There is no benchmark called {', '.join(sorted(unknown))}; there are {', '.join(benches)}.")
    for name in wanted or benches:
        _show(name, benches[name].run())


def _show(name: str, results: Iterable[Result]) -> None:
    """Print each figure's line as it comes, and the table at the end."""
    table = Table(title=name, title_justify="left")
    for heading in ("figure", "value", "unit", "peer", "its value", "ratio"):
        table.add_column(heading, justify="right" if heading in {"value", "its value", "ratio"} else "left")
    for result in results:
        row = {"bench": result.bench, "value": result.value, "unit": result.unit}
        row |= {"peer": result.peer, "peer_value": result.peer_value, "ratio": result.ratio}
        print(json.dumps(row), flush=True)  # noqa: T201 - the benchmark's own output
        table.add_row(
            result.bench,
            _number(result.value),
            result.unit,
            result.peer,
            _number(result.peer_value),
            _number(result.ratio),
        )
    Console(width=130).print(table)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:,.4g}" if abs(value) < 1_000 else f"{value:,.0f}"


if __name__ == "__main__":
    main(sys.argv[1:])
