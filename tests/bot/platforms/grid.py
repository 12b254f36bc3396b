"""What both grids of commands stand on: use cases that hold a little or nothing, and what a grid finds amiss."""

from __future__ import annotations

from typing import Any

from bot.models import Answer, Proposal, ScheduleDraft, SourceView, follower, person_channel
from bot.platforms.limits import Allowance, Rate
from digests.models import Digest, Figures
from tests import make
from tests.fakes import FakeUseCases

TOO_LONG = "x" * 7_000


def unbounded() -> Allowance:
    """An allowance that a test cannot use up."""
    return Allowance(Rate(100_000, 1_000), Rate(100_000, 1_000))


def filled(platform: str, workspace: str, channel: str, person: str) -> FakeUseCases:
    """Use cases of a workspace with one schedule, and of a person in it who follows something."""
    use_cases = FakeUseCases()
    here = make.destination(platform=platform, tenant=workspace, channel=channel)
    use_cases.kept[workspace, "morning"] = make.schedule("morning", tenant=workspace, destination=here)
    tenant = follower(workspace, person)
    mine = make.destination(platform=platform, tenant=tenant, channel=person_channel(person))
    use_cases.kept[tenant, "Kursk"] = make.schedule("Kursk", tenant=tenant, destination=mine, about="Kursk")
    return use_cases


class EmptyUseCases(FakeUseCases):
    """Use cases where nothing is held."""

    def __init__(self) -> None:
        super().__init__()
        self._digest = Digest(title="Kursk", notice="Nothing is held.")
        self.pages = {None: Answer(digest=self._digest)}

    async def comparison(self, *_: Any) -> Digest:
        """No pair."""
        return self._digest

    async def preview(self, *_: Any, **__: Any) -> Digest:
        """No line."""
        return self._digest

    async def figures(self, *_: Any, **__: Any) -> Figures:
        """No figures."""
        return Figures(title="No figures", measures=())

    async def picture(self, figures: Figures) -> None:
        """Nothing to draw."""

    async def propose(self, draft: ScheduleDraft) -> Proposal:
        """A proposal that would stay silent."""
        return (await super().propose(draft)).model_copy(update={"digest": None})

    async def source(self, claim_id: str) -> SourceView:
        """No claim has that id."""
        del claim_id
        return await super().source("none")

    async def ask_desk(self, *_: Any, **__: Any) -> list[str]:
        """Nothing to say."""
        return []


def problems(found: dict[str, str | None]) -> dict[str, str]:
    """The rows that have one."""
    return {name: problem for name, problem in found.items() if problem}
