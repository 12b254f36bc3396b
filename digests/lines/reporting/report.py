"""How a claim is reported, as the grammar of reporting reads it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from digests.models import Span

#: How a line prints what is reported: behind a colon, with the passage's own verb, or as a denial.
Form = Literal["colon", "verb", "denial"]


@dataclass(frozen=True, slots=True)
class Report:
    """How a claim is reported, and where its verb group stands in the text."""

    form: Form
    content: tuple[Span, ...] = ()  #: what is printed: what is said, or the verb group with all that it takes
    verb: Span | None = None  #: from the verb group's first word to its last
    hedged: bool = False  #: by an adverb that a line must print
    of_outlet: bool = False  #: whether nobody but the outlet says it
