"""The pages as files: whole, light, without a script, and readable for everybody."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import pytest_asyncio
from selectolax.lexbor import LexborHTMLParser

from bot.page.build import build
from bot.page.data import DataFiles
from bot.page.pages import Pages
from bot.page.render import FOLDER
from bot.service.service import Service
from tests.accessibility import contrast, problems

pytestmark = pytest.mark.asyncio(loop_scope="session")
HEAVIEST = 100_000  #: bytes of a page with its style


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def site(service: Service, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that all pages are built in."""
    folder = tmp_path_factory.mktemp("site")
    count = await build(Pages(service, searchable=False), DataFiles(service), folder, limit=10_000)
    assert count == len([path for path in folder.rglob("*") if path.is_file()])
    return folder


def pages(site: Path) -> list[Path]:
    """The files of all pages."""
    return sorted(site.rglob("*.html"))


async def test_there_is_a_page_for_each_thing(site: Path) -> None:
    """Days, claims, places and actors each have theirs."""
    kinds = {path.relative_to(site).parts[0] for path in pages(site)}

    assert kinds == {"index.html", "day", "claim", "place", "actor", "subjects", "data"}
    assert len(list((site / "claim").iterdir())) > 30


async def test_every_link_leads_somewhere(site: Path) -> None:
    """No page links to one that is not there, and nothing is loaded from elsewhere."""
    for path in pages(site):
        tree = LexborHTMLParser(path.read_text("utf-8"))
        for node in tree.css("[href]"):
            href = node.attributes["href"] or ""
            if not re.match(r"https?:|#", href):
                target = (path.parent / href.split("#")[0]).resolve()
                assert (target / "index.html").is_file() or target.is_file(), f"{path}: {href}"
        assert not tree.css("[src], script, iframe, object, embed, link[rel=stylesheet][href^=http]")


async def test_every_page_is_light(site: Path) -> None:
    """A page with its style sheet weighs at most 100 kB."""
    style = (site / "style.css").stat().st_size

    assert max(path.stat().st_size + style for path in pages(site)) <= HEAVIEST


async def test_every_page_can_be_heard_and_typed(site: Path) -> None:
    """Landmarks, headings, names and tables of every page are as a screen reader needs them."""
    assert {str(path): found for path in pages(site) if (found := problems(path.read_text("utf-8")))} == {}


async def test_a_faulty_page_is_seen() -> None:
    """What checks the pages sees what is wrong with one."""
    faulty = (
        "<html><body><h2></h2><input id=q><a href='#x'></a><svg></svg><table></table><p style='x'></p></body></html>"
    )

    assert len(problems(faulty)) > 10


async def test_a_claim_stands_in_its_passage(site: Path) -> None:
    """A claim's page marks its words in their context, names who else says it, and sets conflicts in pairs."""
    texts = {path.parent.name: path.read_text("utf-8") for path in (site / "claim").glob("*/index.html")}
    korea = next(text for text in texts.values() if re.search(r"<mark>[^<]*not taken part in combat", text))
    tree = LexborHTMLParser(korea)

    assert "South Korean intelligence said this week" in " ".join(node.text() for node in tree.css("blockquote"))
    names = [node.text() for node in tree.css(".pair h3")]
    assert set(zip(names[::2], names[1::2], strict=True)) == {("South Korean intelligence", "Zelensky")}
    assert any("Who else says it" in text for text in texts.values())
    assert any(len(LexborHTMLParser(text).css(".chain li")) > 1 for text in texts.values())


async def test_hostile_text_is_text(site: Path) -> None:
    """An article's markup, template and address are shown as they are, and do nothing."""
    texts = [path.read_text("utf-8") for path in pages(site)]
    [page] = [text for text in texts if re.search(r"<mark>[^<]*40 houses", text)]

    assert "&lt;script&gt;" in page
    assert "{{ 7 * 7 }}" in page
    assert not any("javascript:" in (n.attributes["href"] or "") for n in LexborHTMLParser(page).css("[href]"))
    assert not any("\u202e" in text or "<script" in text or 'evil.example/x.png"' in text for text in texts)


async def test_a_place_shows_its_figures(site: Path) -> None:
    """The page of Kursk draws the amounts and has each of them as a row that leads to its claim."""
    tree = LexborHTMLParser((site / "place/538555/index.html").read_text("utf-8"))
    rows = {" ".join(row.text(separator=" ", strip=True).split()) for row in tree.css("tbody tr")}

    assert tree.css_first(".picture svg.figures") is not None
    assert tree.css_first("svg.map") is not None
    assert any(row.startswith("Ukrainian General Staff 40,000 said Thu 6 Feb") for row in rows)
    assert all((site / "place/538555" / (a.attributes["href"] or "")).is_dir() for a in tree.css("tbody a"))


async def test_machines_read_it_too(site: Path) -> None:
    """There are a feed with an item a day, and each claim as schema.org describes one."""
    feed = json.loads((site / "feed.json").read_text("utf-8"))
    claims = [path.parent / "claim.jsonld" for path in pages(site) if path.parent.parent.name == "claim"]
    claim = json.loads(claims[0].read_text("utf-8"))

    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert len({item["id"] for item in feed["items"]}) == len(feed["items"]) > 2
    assert (claim["@context"], claim["@type"]) == ("https://schema.org", "Claim")
    assert claim["@id"].startswith("urn:dateline:claim:")
    assert claim["appearance"]["publisher"]["name"]


async def test_letters_stand_out() -> None:
    """Text has the contrast that WCAG asks of small letters, in the light and in the dark."""
    light, dark = (
        dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", rules))
        for rules in (FOLDER / "style.css").read_text("utf-8").split("@media (prefers-color-scheme: dark)")[:2]
    )
    for tones in (light, dark):
        for ground in ("paper", "card"):
            assert all(contrast(tones[name], tones[ground]) >= 4.5 for name in ("ink", "soft", "accent"))
        assert contrast(tones["ink"], tones["mark"]) >= 4.5
        assert all(contrast(tones[f"c{n}"], tones["card"]) >= 3 for n in range(8))
