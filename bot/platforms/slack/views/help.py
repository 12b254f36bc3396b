"""What the commands are, in words."""

from __future__ import annotations

from bot.platforms.wording import ABOUT

__all__ = ["ABOUT", "CLAIMS_HELP", "DIGEST_HELP"]

CLAIMS_HELP = (
    "`/claims kursk` lists who claims what about a place or an actor.\n"
    "Narrow it: `/claims kursk since:7d by:isw kind:denial status:unconfirmed show:10`.\n"
    "`/claims` alone opens a form; `/source ID` shows the passage behind a claim.\n"
    "`/compare kursk` sets claims that differ side by side.\n"
    '`/figures kursk measure:"troops lost"` lists amounts over time.\n'
    "`/follow kursk at:08:00` sends you what is new by direct message, once a day at most.\n"
    "*Claims in this message* in a message's menu: the sources of a digest, or what is held on what a message names."
)
DIGEST_HELP = (
    "*For everyone*\n"
    "`/digest preview [about]` shows the digest as it would be posted now.\n"
    "*For admins*\n"
    "`/digest schedule` opens a form; or say it all: `/digest schedule at:08:00 days:weekdays zone:Europe/Kyiv"
    " about:kursk max:8 if-empty:say name:morning [#channel]`. You see what would be posted before anything is kept.\n"
    "`/digest edit NAME at:9:00 about:everything` changes anything about one.\n"
    "`/digest list` · `/digest show NAME` · `/digest pause NAME` · `/digest resume NAME` or `all`"
    " · `/digest remove NAME` · `/digest now NAME` · `/digest test NAME` · `/digest quiet NAME 22:00-07:00`"
    " · `/digest follows off`"
)
