"""Units of measure and money, by the words and signs that news uses for them."""

from __future__ import annotations

from digests.text.numbers import Number, Tokens, hyphenated, low_at, touches

_TIME = {word: f"{word}s" for word in "second minute hour day night week month year decade".split()} | {
    "century": "centuries"
}
_NAMES = {
    "km": "km kms kilometer kilometers kilometre kilometres",
    "m": "m meter meters metre metres",
    "cm": "cm centimeter centimeters centimetre centimetres",
    "mm": "mm millimeter millimeters millimetre millimetres",
    "mi": "mi mile miles",
    "ft": "ft foot feet",
    "in": "inch inches",
    "yd": "yd yds yard yards",
    "ha": "ha hectare hectares",
    "ac": "acre acres",
    "t": "t ton tons tonne tonnes",
    "kg": "kg kgs kilo kilos kilogram kilograms",
    "g": "gram grams",
    "oz": "ounce ounces",
    "lb": "lb lbs pound pounds",
    "l": "liter liters litre litres",
    "gal": "gallon gallons",
    "bbl": "bbl bpd barrel barrels",
    "W": "watt watts",
    "kW": "kw kilowatt kilowatts",
    "MW": "mw megawatt megawatts",
    "GW": "gw gigawatt gigawatts",
    "kWh": "kwh",
    "mph": "mph",
    "km/h": "kmh kph",
    "kn": "knot knots",
    "°": "degree degrees °",
    "%": "% percent pct",
    "pp": "pp",
    "USD": "dollar dollars usd",
    "EUR": "euro euros eur",
    "GBP": "gbp",
    "RUB": "ruble rubles rouble roubles rub ₽",
    "UAH": "hryvnia hryvnias uah ₴",
    "JPY": "yen jpy",
    "CNY": "yuan renminbi cny",
    "CHF": "francs chf",
    "INR": "rupee rupees inr",
    "ILS": "shekel shekels",
    "KRW": "won",
    "PLN": "zloty zlotys",
    "TRY": "lira liras",
    "times": "times",
}
_WORDS = {word: unit for unit, words in _NAMES.items() for word in words.split()}
_PHRASES = {
    ("per", "cent"): "%",
    ("percentage", "point"): "pp",
    ("percentage", "points"): "pp",
    ("metric", "ton"): "t",
    ("metric", "tons"): "t",
    ("nautical", "mile"): "nmi",
    ("nautical", "miles"): "nmi",
    ("pounds", "sterling"): "GBP",
    ("us", "dollars"): "USD",
    ("u.s.", "dollars"): "USD",
    ("degrees", "celsius"): "°C",
    ("degrees", "fahrenheit"): "°F",
    ("degree", "celsius"): "°C",
    ("°", "c"): "°C",
    ("°", "f"): "°F",
}
_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₽": "RUB", "₴": "UAH", "₹": "INR", "₪": "ILS", "₩": "KRW"}
_DOLLARS = {"us": "USD", "a": "AUD", "c": "CAD", "nz": "NZD", "hk": "HKD", "s": "SGD"}
_CODES = {"usd", "eur", "gbp", "uah", "rub", "jpy", "cny", "chf"}
#: What a sum of money may begin with, in lower case.
MONEY_SIGNS = _SIGNS.keys() | _DOLLARS.keys() | _CODES
_AREAS = {"km": "km²", "m": "m²", "mi": "mi²", "ft": "ft²"}
_WON_IS_MONEY = 1000  #: below that "won" is a verb
_DURATIONS = frozenset(_TIME.values())
_SPEEDS = {"km": "km/h", "mi": "mph"}
_WON_IS__DURATIONS = frozenset(_TIME.values()) | {"centuries"}
_SHORT = frozenset("m t g mi ft ha in pp mw gw kw rub".split())  #: letters that are units only beside a number


def is_duration(unit: str | None) -> bool:
    """Whether the unit measures time."""
    return unit in _DURATIONS


def money_before(tokens: Tokens, i: int) -> tuple[str, int] | None:
    """The currency whose sign or code begins at a token, and the index after it."""
    if i >= len(tokens):
        return None
    token = tokens[i]
    if token.text in _SIGNS:
        return _SIGNS[token.text], i + 1
    if token.low in _DOLLARS and low_at(tokens, i + 1) == "$" and touches(tokens, i + 1):
        return _DOLLARS[token.low], i + 2
    if token.low in _CODES and token.text.isupper():
        return token.text, i + 1
    return None


def unit_after(tokens: Tokens, number: Number) -> tuple[str, int] | None:
    """The unit that follows a number ("five kilometers", "30-day", "3.5%"), and the index after it."""
    i = number.end
    j = i + 1 if hyphenated(tokens, i) else i
    if number.value is None and low_at(tokens, j) == "of":
        j += 1
    pair = (low_at(tokens, j), low_at(tokens, j + 1))
    if pair in _PHRASES:
        return _PHRASES[pair], j + 2
    if pair[0] in {"square", "sq"}:
        return _area(tokens, j + 1)
    if pair[0] in {"km", "m", "mi"} and pair[1] in {"2", "²"} and touches(tokens, j + 1):
        return _AREAS[pair[0]], j + 2
    word = pair[0]
    if word in _TIME or word in _TIME.values():
        return _TIME.get(word, word), j + 1
    unit = _WORDS.get(word)
    return _unit(tokens, j, unit, number) if unit else None


def _area(tokens: Tokens, i: int) -> tuple[str, int] | None:
    i += low_at(tokens, i) == "."
    area = _AREAS.get(_WORDS.get(low_at(tokens, i), ""))
    return (area, i + 1) if area else None


def _unit(tokens: Tokens, j: int, unit: str, number: Number) -> tuple[str, int] | None:
    """Settle a unit's word: letters need a number beside them, pounds are weight or money, "won" may be a verb."""
    token = tokens[j]
    if (token.low in _SHORT and token.text != token.low and not token.text.isupper()) or (
        token.text == "T" or (token.text == "M" and unit == "m")
    ):
        return None
    if unit == "KRW" and (number.value or 0) < _WON_IS_MONEY:
        return None
    if unit == "lb" and token.low.startswith("pound") and number.scaled and low_at(tokens, j + 1) != "of":
        unit = "GBP"
    speed = _SPEEDS.get(unit)
    if speed and low_at(tokens, j + 1) in {"per", "an", "/"} and low_at(tokens, j + 2) in {"hour", "h"}:
        return speed, j + 3
    return unit, j + 1
