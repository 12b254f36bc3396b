"""What is drawn for Slack: digests of any shape, and text that means ill."""

from __future__ import annotations

from hypothesis import strategies as st

from digests.models import Digest, DigestItem, Section

HOSTILE = (
    "<!channel> <@U123> @here & <https://evil.example|click> *bold* _it_ ~no~ `code` :tada: \u202egnp\u0000 a\n> b"
)
short = st.text(max_size=8)
words = st.builds(str.__mul__, short, st.integers(0, 80))
lines = st.builds(
    DigestItem,
    claim_id=short,
    claimant=words,
    body=st.builds(str.__mul__, short, st.integers(0, 200)),
    when=short,
    flags=st.lists(short, max_size=8).map(tuple),
    source=words,
    headline=words,
    url=st.none() | short | words.map("https://wire.example/{}".format),
)
sections = st.builds(
    Section, heading=words, items=st.lists(lines, max_size=3).map(lambda some: (*some, *some, *some, *some))
)
digests = st.builds(
    Digest,
    title=words,
    subtitle=words,
    sections=st.lists(sections, max_size=3).map(tuple),
    notice=words,
    footer=st.lists(words, max_size=4).map(tuple),
)
