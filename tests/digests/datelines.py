"""Datelines as agencies and papers set them: a town, perhaps its country, a day and an agency, and a dash."""

from __future__ import annotations

from hypothesis import strategies as st

TOWNS = ("LARN", "PORT ARDO", "ST. ORLA", "O’DARE BAY", "ÖSTERÅ", "LARN/ARDO", "TELL ARRA", "SAY")
_AREAS = ("", ", England", ", Ohio", ", N.Y.", ", Mass.", ", North Sea")
_DAYS = ("", " Feb. 3", ", Feb. 3", ", February 3", ", 3 Feb", " (Feb. 3)")
AGENCIES = ("Sample Wire", "SW", "CNN", "AFP")
_DASHES = (" — ", " – ", " - ", " -- ", "— ", "—")
_HYPHEN = "- "  #: right behind a town in small letters, and no agency


def _dateline(town: str, area: str, day: str, agency: str, dash: str) -> str:
    if dash == _HYPHEN:
        return f"{town.title()}{day}{dash}"
    if agency and not day.endswith(")"):
        return f"{town.title() if dash == ' ' else town}{area}{day} ({agency}){dash}"
    return f"{town}{area}{day}{dash if dash.strip() else ' — '}"


#: Of every form; a space alone parts a report from its agency, and the town may then stand in small letters.
datelines: st.SearchStrategy[str] = st.builds(
    _dateline,
    st.sampled_from(TOWNS),
    st.sampled_from(_AREAS),
    st.sampled_from(_DAYS),
    st.sampled_from(("", *AGENCIES)),
    st.sampled_from((*_DASHES, _HYPHEN, " ")),
)
