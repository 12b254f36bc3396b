"""What a platform draws."""

from __future__ import annotations

from typing import Final

from pydantic import AwareDatetime, Field

from digests.models.mentions import Kind, NamedAs, Precision
from digests.models.query import Subject
from digests.models.values import Value

MAX_LINES: Final = 12  #: the most lines of a digest; the rest stands behind “more”
SAME_ARTICLE: Final = "same article"  #: of a line whose article's headline stands with the line above
SAME_HEADLINE: Final = "same headline"  #: of one whose article has the headline of another, as copies of a text have
CHAIN: Final = " ← "  #: stands before whom an outlet has a claim from


class Statement(Value):
    """What a line says, as values for programs: who claims it, of what kind it is, through whom it came, and when."""

    claimant: str
    named_as: NamedAs | None = None  #: whether a person, a body or a document speaks; none where that is not known
    kind: Kind = "saying"
    via: tuple[str, ...] = ()  #: from the outlet back to the first publication that is named
    said_at: AwareDatetime | None = None
    said_precision: Precision = "unknown"


class DigestItem(Value):
    """One line: `CLAIMANT: body (when) · flag · flag`, with a link that opens at the passage.

    Where the verb is the news the body begins with it, and no colon stands before: `CLAIMANT warned of a storm`.
    """

    claim_id: str
    claimant: str
    body: str  #: empty where a claim was withdrawn after it was posted
    own_verb: bool = Field(default=False, repr=False)  #: whether the body begins with the passage's own verb
    answers_previous: bool = Field(default=False, repr=False)  #: whether the line before must stand beside it
    was: str = ""  #: the words that stood here before a correction
    when: str = ""
    flags: tuple[str, ...] = ()
    source: str  #: the outlet and the chain behind it, such as “Example Wire ← Example Agency”
    headline: str = ""  #: its article's, where the line leans on it and no story's heading stands above
    url: str | None = None
    statement: Statement | None = Field(default=None, repr=False)

    @property
    def joint(self) -> str:
        """What stands between the claimant and the body: a colon, unless the body has its own verb."""
        return " " if self.own_verb else ": "

    @property
    def head(self) -> str:
        """The claimant with the colon, where there is one."""
        return f"{self.claimant}{self.joint.strip()}"

    @property
    def line(self) -> str:
        """The line as text, without its link; at most 240 characters, or 300 where no clause ends before."""
        date = f" ({self.when})" if self.when else ""
        strikethrough = f"~~{self.was}~~" if self.was else ""
        words = " ".join(part for part in (strikethrough, self.body) if part)
        return f"{self.head} {words}{date}" + "".join(f" · {flag}" for flag in self.flags)

    @property
    def link_text(self) -> str:
        """What is linked to the article: the source, or the outlet alone where its headline stands behind it."""
        return self.source.partition(CHAIN)[0] if self.quoted_headline else self.source

    @property
    def quoted_headline(self) -> str:
        """What stands behind the link: the headline as the outlet's own words, then those behind the outlet.

        A claim that was withdrawn takes its headline with it.
        """
        if not (self.headline and self.body):
            return ""
        opening, closing = "‘’" if {"“", '"'} & set(self.headline) else "“”"
        _, mark, chain = self.source.partition(CHAIN)
        return f": {opening}{self.headline}{closing}{mark}{chain}"

    def under_headline(self, flag: str) -> DigestItem:
        """The line below one that has its headline, which says so in a flag, if any."""
        return self.model_copy(update={"headline": "", "flags": (*self.flags, *filter(None, [flag]))})

    @property
    def origin(self) -> tuple[str, str, str]:
        """Its article, as far as a line tells it: the headline that it leans on, the outlet, and the address."""
        return self.headline, self.source.partition(CHAIN)[0], (self.url or "").partition("#")[0]


class Section(Value):
    """Lines that belong together under one heading (a story, or a day)."""

    heading: str
    items: tuple[DigestItem, ...]
    story: str = ""  #: the id of its story, the same from digest to digest
    note: str = ""  #: why its lines stand together, where that is to be said
    standing: str = ""  #: “new” to the channel, or since when it has had the story: “since Thu 6 Feb”

    @property
    def title(self) -> str:
        """The heading, and how long the channel has had the story."""
        return " · ".join(filter(None, (self.heading, self.standing)))


class Digest(Value):
    """What a platform draws: a scheduled digest, a preview, or the answer to a command."""

    title: str
    subtitle: str = ""  #: window, zone and counts, said once
    sections: tuple[Section, ...] = ()
    notice: str = ""  #: a sentence where there is nothing to list, or something to know first
    footer: tuple[str, ...] = ()
    subjects: tuple[Subject, ...] = ()  #: what a reader may ask about next

    @property
    def items(self) -> tuple[DigestItem, ...]:
        """All lines in order."""
        return tuple(item for section in self.sections for item in section.items)

    @property
    def printed_sections(self) -> tuple[Section, ...]:
        """The sections as they are printed: of lines in a row that lean on one headline the first alone has it.

        The others say that their article is the same, or has the same headline, unless all lines are of one.
        """
        origins = {item.origin for item in self.items}
        is_addressed = all(address for _, _, address in origins)  # else only headlines tell an outlet's articles apart
        is_mixed = len({origin[1:] if is_addressed else origin for origin in origins}) > 1
        sections, last_origin = list[Section](), ("", "", "")
        for section in self.sections:
            items = list[DigestItem]()
            for item in section.items:
                is_repeated = bool(item.headline) and item.headline == last_origin[0]
                flag = SAME_ARTICLE if item.origin == last_origin else SAME_HEADLINE
                items.append(item.under_headline(flag if is_mixed and item.body else "") if is_repeated else item)
                last_origin = item.origin if item.body else ("", "", "")
            sections.append(section.model_copy(update={"items": tuple(items)}))
        return tuple(sections)
