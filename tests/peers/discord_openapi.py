"""Validation against Discord's published API description, in the runs of `make openapi`."""

from __future__ import annotations

import functools
import json
import os
import re
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012

_BASE = "urn:discord"


class Description:
    """Checks bodies of requests and replies by method and path."""

    def __init__(self, document: dict[str, Any]) -> None:
        self._document = document
        self._registry = Registry().with_resource(_BASE, DRAFT202012.create_resource(document))
        self._paths = [(_pattern(path), path) for path in sorted(document["paths"], key=lambda path: path.count("{"))]
        self._validators: dict[str, Draft202012Validator] = {}

    def request_errors(self, method: str, path: str, body: Any) -> list[str]:
        """What is wrong with the body of a request; empty also where the description has no body for it."""
        operation = self._operation(method, path)
        return self._errors(operation and f"{operation}/requestBody/content/application~1json/schema", body)

    def reply_errors(self, method: str, path: str, body: Any) -> list[str]:
        """What is wrong with the body of a reply with status 200."""
        operation = self._operation(method, path)
        return self._errors(operation and f"{operation}/responses/200/content/application~1json/schema", body)

    def _operation(self, method: str, path: str) -> str | None:
        for pattern, template in self._paths:
            if pattern.fullmatch(path) and method.lower() in self._document["paths"][template]:
                return f"#/paths/{template.replace('~', '~0').replace('/', '~1')}/{method.lower()}"
        return None

    def _errors(self, pointer: str | None, body: Any) -> list[str]:
        if pointer is None:
            return ["the description has no such operation"]
        if pointer not in self._validators:
            reference = f"{_BASE}{pointer.replace('{', '%7B').replace('}', '%7D')}"
            self._validators[pointer] = Draft202012Validator({"$ref": reference}, registry=self._registry)
        return [f"{error.json_path}: {error.message[:300]}" for error in self._validators[pointer].iter_errors(body)]


@functools.cache
def load_description() -> Description | None:
    """The description that DISCORD_OPENAPI names, read once; None where it names none."""
    path = os.environ.get("DISCORD_OPENAPI")
    return Description(json.loads(Path(path).read_text("utf-8"))) if path else None


def _pattern(template: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(template)))
