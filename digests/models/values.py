"""What every value is made of: frozen, checked when it is made, and spans of a text."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, NonNegativeInt

#: A half-open range of characters of an article's body, `body[start:end]`.
Span = tuple[NonNegativeInt, NonNegativeInt]


class Value(BaseModel):
    """A frozen value that refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def _ordered(span: Span) -> Span:
    if span[0] >= span[1]:
        raise ValueError(f"a span must hold at least one character, not {span}")
    return span


Fragment = Annotated[Span, AfterValidator(_ordered)]
