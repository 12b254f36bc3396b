"""A reader's question in words: what was asked, what it was taken for, and what each filter leaves out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from digests.models import Query
from digests.query.subjects import Finding

COUNT_LIMIT = 200  #: the store counts no further; a reader sees “200+ claims”


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with what its names were guesses for."""

    query: Query
    subject: Finding | None
    claimant: Finding | None

    @property
    def title(self) -> str:
        """What the answer is headed with."""
        name, claimant = _name(self.subject), _name(self.claimant)
        if not claimant:
            return name
        return f"{name} · said by {claimant}" if name else f"Said by {claimant}"

    @property
    def description(self) -> str:
        """What was looked for, with every filter."""
        subject = [f"about {self.subject.subjects[0].name}"] if self.subject else []
        return " ".join([*subject, *(words for words, _, _ in self._filters())])

    def wider(self) -> Iterator[tuple[str, Query]]:
        """Each filter by its name, and the question without it; none where nothing would be left of it.

        Beside a topic the subject is one of them.
        """
        filters = list(self._filters())
        for _, name, fields in filters:
            if self.subject or len(filters) > 1:
                wider = self.query.model_copy(update=fields)
                if wider.about or wider.by:
                    yield name, wider
        if self.subject and self.query.topic:
            name, _, _ = self.subject.subjects[0].name.partition(",")
            yield name, self.query.model_copy(update={"about": (self.query.topic,), "topic": None})
        if self.subject and len(filters) > 1:
            fields = {field: value for _, _, fields in filters for field, value in fields.items()}
            yield "any of these", self.query.model_copy(update=fields)

    def subtitle(self, total: int | None, *, page_size: int, is_first: bool, has_more: bool) -> str:
        """How many claims there are and which of them are shown, and what a misspelt name was taken for."""
        guesses = [
            f"Showing {finding.subjects[0].name} for “{finding.spelling[:40]}”"
            for finding in (self.subject, self.claimant)
            if finding is not None and finding.spelling
        ]
        scope = ["with everything inside it"] if self.subject and self.subject.subjects[0].kind == "place" else []
        window = f" since {self.query.since:%Y-%m-%d}" if self.query.since else ""
        count = "Claims" if total is None else f"{total}{'+' * (total >= COUNT_LIMIT)} claim{'' if total == 1 else 's'}"
        if has_more and is_first:
            count = f"{page_size} of {count}" if total is not None else f"The first {page_size} claims"
        return " · ".join(
            [*guesses, f"{count}{window}", *scope, "newest first", *(["Next for more"] if has_more else [])]
        )

    def _filters(self) -> Iterator[tuple[str, str, dict[str, object]]]:
        """Each filter in words and by its name, with what the question is without it."""
        query = self.query
        if query.topic:
            yield f"with “{query.topic.name}”", f"“{query.topic.name}”", {"topic": None}
        if self.claimant and query.by:
            yield f"by {_name(self.claimant)}", f"by:{_name(self.claimant)}", {"by": ()}
        if query.since:
            yield f"since {query.since:%Y-%m-%d %H:%M}", f"since:{query.since:%Y-%m-%d}", {"since": None}
        if query.kinds:
            kinds = f"kind:{','.join(query.kinds)}"
            yield f"of {kinds}", kinds, {"kinds": ()}
        if query.status:
            yield f"of status:{query.status}", f"status:{query.status}", {"status": None}


def _name(finding: Finding | None) -> str:
    if finding is None:
        return ""
    name = finding.subjects[0].name
    return f"{name} · {finding.topic.name}" if finding.topic else name
