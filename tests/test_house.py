"""The house keeps its rules, and what measures them sees what breaks one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import house
from tests.paths import REPO


@pytest.mark.parametrize(
    "code",
    [
        'NEGATIONS = frozenset("not never no".split())',
        'TITLES = {"mr", "mrs", "dr"}',
        'UNITS = {"mile": 1, "meter": 2, "foot": 3}',
        r'X = re.compile(r"\b(?:said|says|told)\b")',
        'X = re.compile(rf"(?:{NAME}|of|the|an?) x")',
        r'X = re.compile(r"(?P<a>x)(?:that|which(?= is)|wh[oe]m?)\s+(\w+)")',
        'def f(x):\n    return x in ("said", "told", "wrote")',
        'match x:\n    case "said" | "told" | "wrote":\n        pass',
    ],
)
def test_a_vocabulary_is_seen(code: str, tmp_path: Path) -> None:
    """Words stand in lists, split texts, mappings, cases and regexes; each of them counts as one vocabulary."""
    (tmp_path / "module.py").write_text(code, encoding="utf-8")

    assert len(list(house.vocabulary_in(tmp_path / "module.py"))) == 1


@pytest.mark.parametrize(
    "code",
    [
        '"""One of said, told or wrote: said|told|wrote."""',
        'def f():\n    """Reads said|told|wrote."""',
        '__all__ = ["Article", "Claim", "Digest"]',
        'KIND = {"saying", "estimate", "denial", "forecast"}',
        'Kind = Literal["one", "two", "three"]',
        r'X = re.compile(r"\s*(?:\d+|[A-Za-z]+|\w+)\b|\Z")',
        'X = ("“", "”", "—", "said")',
        'X = re.compile(r"said|told")',
    ],
)
def test_what_is_no_vocabulary_passes(code: str, tmp_path: Path) -> None:
    """Prose, exports, the program's own terms, classes of characters and two words are no vocabulary."""
    (tmp_path / "module.py").write_text(code, encoding="utf-8")

    assert list(house.vocabulary_in(tmp_path / "module.py")) == []


@pytest.mark.parametrize(
    "code",
    [
        r'X = re.compile(r"\s+of\s+")',
        r'X = re.compile(rf"\b(?:{NAMES})\s(?:the\s)?[A-Z]")',
        r'X = re.compile(r"(?!been\b)(?:[a-z]+ed|\w+s)")',
        r'X = re.compile(rf"(?P<body>{NAME})(?: who .*)?$")',
        'X = GRAMMAR.prepositions - {"of"}',
        'X = calendar.days | {"now"}',
        'X = either(grammar.articles, {"every"})',
    ],
)
def test_a_word_written_out_is_seen(code: str, tmp_path: Path) -> None:
    """A pattern may not even spell out one word, nor a rule take it from a list or add it by name."""
    (tmp_path / "module.py").write_text(code, encoding="utf-8")

    assert len(list(house.words_written_out(tmp_path / "module.py"))) == 1


@pytest.mark.parametrize(
    "code",
    [
        r'X = re.compile(r"\w+ly\b|\w{2,}(?:ed|[^s]s|men)\s+")',
        r'X = re.compile(rf"(?P<name>{NAME})(?(name)\s|,)[’\']ll\b")',
        r'X = rf"(?:{NAME}\s){{0,4}}{{noun}}\b"',
        'def f():\n    r"""Reads \\b said."""',
        'X = "held back: no speaker"',
        'X = a - {"saying"}',
    ],
)
def test_what_writes_no_word_out_passes(code: str, tmp_path: Path) -> None:
    """Endings of words, names of groups and of what is filled in, prose and the program's own terms may stand."""
    (tmp_path / "module.py").write_text(code, encoding="utf-8")

    assert list(house.words_written_out(tmp_path / "module.py")) == []


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("of = 1", ["of"]),
        ("def f(told, *, at: int) -> None: ...", ["told", "at"]),
        ("for one, (own, other) in pairs: ...", ["one", "own"]),
        ("with open(path) as found: ...", ["found"]),
        ("x = [held for held in rows if (kept := held)]", ["held", "kept"]),
        ("def f(posted: bool, i: int, known: set[str]) -> None: ...", []),
        ("class Row:\n    sent: bool\n    made: str", ["made"]),
    ],
)
def test_a_name_that_says_nothing_is_seen(code: str, names: list[str], tmp_path: Path) -> None:
    """Function words and participles are no names, however they are bound; a truth value may have a participle."""
    (tmp_path / "module.py").write_text(code, encoding="utf-8")
    bindings = house.bindings_in(tmp_path / "module.py")

    assert sorted(b.name for b in bindings if house.says_nothing(b, "digests/module.py")) == sorted(names)


def test_an_option_keeps_its_name(tmp_path: Path) -> None:
    """What people type as an option of a command may travel under that name, in the rooms that take requests."""
    (tmp_path / "module.py").write_text("def f(about: str, since: str) -> None: ...", encoding="utf-8")
    bindings = list(house.bindings_in(tmp_path / "module.py"))

    assert not any(house.says_nothing(b, "bot/service/claims.py") for b in bindings)
    assert all(house.says_nothing(b, "digests/lines/line.py") for b in bindings)


def test_few_files_lie_loose() -> None:
    """At each root stand only the files that belong to the whole."""
    assert list(house.loose_files()) == []


def test_no_folder_is_crowded() -> None:
    """A folder of more than fifteen modules has parts that want a folder of their own."""
    assert [str(problem) for problem in house.crowded_folders()] == []


def test_words_stand_in_the_lexicon() -> None:
    """No rule keeps a list of words of its own: a copy would drift from the others."""
    assert [str(problem) for problem in house.stray_vocabulary()] == []


def test_no_pattern_writes_words_out() -> None:
    """A rule finds each word, also a single one, in the lexicon, where another language has its own."""
    assert [str(problem) for problem in house.pattern_words()] == []


def test_every_name_says_what_it_names() -> None:
    """No binding is named by a preposition or a bare participle, nor by another function word."""
    assert [str(problem) for problem in house.banned_names()] == []


def test_every_exception_is_still_needed() -> None:
    """What may hold words outside the lexicon is there, and holds them."""
    found = {
        f"{path.relative_to(REPO).as_posix()}:{binding}"
        for path in (REPO / "digests").rglob("*.py")
        for _, binding in house.vocabulary_in(path)
    }

    assert set(house.WORDS_ALLOWED) <= found
    assert all(list(house.words_written_out(REPO / path)) for path in house.PATTERN_WORDS_ALLOWED)


def test_every_allowed_name_is_still_there() -> None:
    """What keeps a name that says nothing is a parameter or field, and bears that name."""
    declared = {
        f"{path.relative_to(REPO).as_posix()}:{binding.name}"
        for root in house.ROOTS
        for path in (REPO / root).rglob("*.py")
        for binding in house.bindings_in(path)
        if binding.declared and house.says_nothing(binding, path.relative_to(REPO).as_posix())
    }

    assert set(house.NAMES_ALLOWED) <= declared


def test_types_are_shipped() -> None:
    """Both packages say that they are typed."""
    assert all((REPO / root / "py.typed").is_file() for root in house.ROOTS)
