"""The alert rules and the dashboard ask for figures that there are, and each alert says what to do."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import promql_parser
import pytest
import yaml

from bot.web import Metrics
from tests import make
from tests.paths import CONFIG, REPO

RULES: list[dict[str, Any]] = [
    rule for group in yaml.safe_load((CONFIG / "alerts.yaml").read_text("utf-8"))["groups"] for rule in group["rules"]
]
BOARD: dict[str, Any] = json.loads((CONFIG / "grafana.json").read_text("utf-8"))
EXPRESSIONS = [
    *(rule["expr"] for rule in RULES),
    *(target["expr"] for panel in BOARD["panels"] for target in panel["targets"]),
]
_ENDINGS = {"counter": ("_total",), "histogram": ("_bucket", "_count", "_sum")}
_LABELS = {"platform", "outcome", "command", "kind", "state", "what", "queue", "le", "instance", "job"}


def figures() -> Iterator[str]:
    """The names under which Prometheus keeps the bot's figures."""
    for family in Metrics(clock=lambda: make.NOW).registry.collect():
        yield from (family.name + ending for ending in _ENDINGS.get(family.type, ("",)))


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_expressions_ask_for_what_there_is(expression: str) -> None:
    """Each expression is PromQL, and names figures and labels of ours alone."""
    assert promql_parser.parse(expression) is not None
    grouped = [label for part in re.findall(r"by \(([^)]+)\)", expression) for label in part.split(", ")]
    labels = {*grouped, *re.findall(r"(\w+)(?:=|=~|!=)\"", expression)}

    assert set(re.findall(r"\bdateline_\w+", expression)) <= set(figures())
    assert labels <= _LABELS


def test_a_wrong_expression_is_seen() -> None:
    """What is no PromQL is refused."""
    with pytest.raises(ValueError, match=r"unclosed|syntax|unexpected"):
        promql_parser.parse("max(dateline_connected")


def test_six_alerts_say_what_to_do() -> None:
    """Each alert waits a while, has a severity and a summary, and a chapter of the operator's manual."""
    manual = (REPO / "docs" / "operate.md").read_text("utf-8")

    assert len({rule["alert"] for rule in RULES}) == len(RULES) == 6
    for rule in RULES:
        assert set(rule) == {"alert", "expr", "for", "labels", "annotations"}
        assert re.fullmatch(r"\d+m", rule["for"])
        assert rule["labels"]["severity"] in {"critical", "warning"}
        assert rule["annotations"]["summary"].endswith(".")
        assert rule["annotations"]["runbook"] == f"docs/operate.md#{rule['alert'].lower()}"
        assert f"### {rule['alert']}\n" in manual


def test_every_figure_is_shown_or_told_of() -> None:
    """No figure is kept that the dashboard does not show."""
    shown = " ".join(EXPRESSIONS)

    assert [family for family in figures() if family.removesuffix("_sum").removesuffix("_count") not in shown] == []


def test_panels_do_not_overlap() -> None:
    """Each panel of the dashboard has a place and a number of its own."""
    places = [(panel["gridPos"]["x"], panel["gridPos"]["y"]) for panel in BOARD["panels"]]

    assert len(set(places)) == len(places) == len({panel["id"] for panel in BOARD["panels"]})
