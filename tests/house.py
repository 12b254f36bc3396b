"""What holds the house: `python -m tests.house` measures it and names what breaks a rule, each with file and line.

- Few files lie loose at a root, and no folder is crowded: each is one stage, or one thing.
- Words of a language that rules look for stand in `digests/lexicon` alone.
- No binding is named by a preposition or a bare participle, nor by another function word.

That rooms import downwards only, and never in a circle, is held by the contracts in `pyproject.toml` (`make check`).
"""

from __future__ import annotations

import ast
import functools
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from tests.paths import REPO

ROOTS: Final = ("bot", "digests")
MOST_LOOSE: Final = 9
MOST_MODULES: Final = 15


class Problem(NamedTuple):
    """A place that breaks a rule."""

    path: Path
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.path.relative_to(REPO)}:{self.line}: {self.what}"


# --- files and folders ----------------------------------------------------------------------------------------


def modules_in(folder: Path) -> list[Path]:
    """The modules that lie in a folder itself."""
    return sorted(path for path in folder.glob("*.py") if path.name != "__init__.py")


def loose_files() -> Iterator[Problem]:
    """Roots at which more files lie loose than belong to the whole."""
    for root in ROOTS:
        count = len(modules_in(REPO / root))
        if count > MOST_LOOSE:
            yield Problem(REPO / root, 1, f"{count} loose files, at most {MOST_LOOSE}")


def crowded_folders() -> Iterator[Problem]:
    """Folders in which so many modules lie that some of them want a folder of their own."""
    for root in ROOTS:
        for folder in sorted({path.parent for path in (REPO / root).rglob("*.py")}):
            count = len(modules_in(folder))
            if count > MOST_MODULES:
                yield Problem(folder, 1, f"{count} modules, at most {MOST_MODULES}")


# --- vocabulary -----------------------------------------------------------------------------------------------

#: How many words make a vocabulary.
_VOCABULARY: Final = 3
#: Rooms that may hold words: the lexicon, and the training, which reads other people's annotation.
_WORD_ROOMS: Final = ("digests/lexicon", "digests/training")
#: What may hold words elsewhere: file and binding, with the reason.
WORDS_ALLOWED: Final[dict[str, str]] = {
    "digests/actors/bodies.py:_KINDS": "beginnings of ids",
    "digests/attribution/tagging/wordpiece.py:_fold_word": "categories of Unicode",
    "digests/lines/certainty/left_out.py:left_out": "names of features",
    "digests/lines/certainty/measure.py:_of_claimant": "as above",
    "digests/lines/certainty/measure.py:_of_reading": "as above",
    "digests/lines/certainty/measure.py:_of_form": "as above",
    "digests/lines/certainty/measure.py:_of_words": "as above",
    "digests/lines/certainty/rivals.py:rivals": "as above",
    "digests/lines/certainty/topics.py:topics": "as above",
    "digests/lines/certainty/weights.py:ALONE": "as above",
    "digests/lines/certainty/weights.py:RIGHT": "as above",
    "digests/relations/aligning/chance.py:_of_amounts": "as above",
    "digests/relations/aligning/chance.py:_of_words": "as above",
    "digests/relations/aligning/weights.py:WEIGHTS": "as above",
    "digests/speakers/salience/features.py:Features": "as above",
    "digests/speakers/salience/weights.py:WEIGHTS": "as above",
    "digests/composing/repetition.py:_patterns": "names of groups of a pattern",
    "digests/figures/units.py:_AREAS": "symbols of units, the same in every language",
    "digests/figures/units.py:_CODES": "codes of currencies (ISO 4217)",
    "digests/figures/units.py:_LETTERS": "symbols of units, the same in every language",
    "digests/models/articles.py:_SECOND_LEVEL": "labels of domains",
    "digests/places/table.py:COLUMNS": "columns of the gazetteer",
    "digests/places/unpack.py:_STEPPED": "as above",
    "digests/places/unpack.py:_numbers": "as above",
    "digests/query/request.py:_OPTION": "the options of a request, which are no words of a text",
    "digests/query/request.py:write_request": "as above",
    "digests/text/folding.py:_CYRILLIC": "letters of an alphabet",
}

#: What may write words out in a pattern, or take them from a list by name: file, with the reason.
PATTERN_WORDS_ALLOWED: Final[dict[str, str]] = {
    "digests/attribution/repairs/conventions/signed.py": "beginnings of addresses",
    "digests/lines/gate.py": "the words of a line's own date",
    "digests/speakers/participants/named_bodies.py": "a spelling within words",
    "digests/text/sentences.py": "beginnings of addresses",
}

_WORD: Final = re.compile(r"[a-z]{2,}(?:[ '’-][a-z]{2,})*\.?", re.IGNORECASE)
# What a regex says without letters of a language: escapes, classes of characters, counts and the heads of groups.
_SYNTAX: Final = re.compile(
    r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\{\d*,?\d*\}|\(\?(?:P<\w+>|P=\w+|[aiLmsux-]+:?|<?[=!]|[:>])"
)
_PATTERN: Final = re.compile(r"\\[bBdsSwW]|\(\?|\[\^")
_PATTERN_SYNTAX: Final = re.compile(rf"\{{\w+\}}|\(\?\(\w+\)|{_SYNTAX.pattern}")
_LETTER: Final = "·"  #: stands for what matches some letter
#: How words end that a pattern knows by no more than that: “ed” of `\w+ed`, also of several: `\w+(?:ed|s)`.
_ENDING: Final = re.compile(rf"{_LETTER}[+*?]*(?:\([^()]*\)|[A-Za-z]+)")


def stray_vocabulary() -> Iterator[Problem]:
    """Lists of words, and regexes with as many, that stand outside the lexicon."""
    for path in sorted((REPO / "digests").rglob("*.py")):
        where = path.relative_to(REPO).as_posix()
        if not where.startswith(_WORD_ROOMS):
            for problem, binding in vocabulary_in(path):
                if f"{where}:{binding}" not in WORDS_ALLOWED:
                    yield problem


def vocabulary_in(path: Path) -> Iterator[tuple[Problem, str]]:
    """The vocabularies of one module, each with the name that it is bound to at the module's level."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    seen: set[ast.AST] = set()
    for statement in tree.body:
        binding = _binding_of(statement)
        for node in ast.walk(statement) if binding != "__all__" else ():
            if isinstance(node, ast.Subscript) or _is_docstring(node):
                seen.update(ast.walk(node))
            elif node not in seen and len(words := _words_of(node)) >= _VOCABULARY:
                seen.update(ast.walk(node))
                yield Problem(path, getattr(node, "lineno", 1), " ".join(words)[:70]), binding


def pattern_words() -> Iterator[Problem]:
    """Patterns that write out a word of a language, be it but one, and lists from which one is taken by name."""
    for path in sorted((REPO / "digests").rglob("*.py")):
        where = path.relative_to(REPO).as_posix()
        if not where.startswith(_WORD_ROOMS) and where not in PATTERN_WORDS_ALLOWED:
            yield from words_written_out(path)


def words_written_out(path: Path) -> Iterator[Problem]:
    """The words that the patterns of one module write out, and those that it adds to a list or takes from one."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    seen = {part for node in ast.walk(tree) if _is_docstring(node) for part in ast.walk(node)}
    for node in ast.walk(tree):
        match node:
            case ast.JoinedStr(values=values) if node not in seen:
                words = _words_of_pattern("".join(_text_of(value) for value in values))
                seen.update(ast.walk(node))
            case ast.Constant(value=str(text)) if node not in seen:
                words = _words_of_pattern(text)
            case ast.BinOp(op=ast.BitOr() | ast.Sub() | ast.BitAnd(), right=ast.Set(elts=parts)):
                words = _words_of(ast.Set(parts))
            case ast.Call(func=ast.Name("either"), args=lists):
                words = [word for part in lists for word in _words_of(part)]
            case _:
                continue
        if words:
            yield Problem(path, node.lineno, " ".join(words)[:70])


def _text_of(value: ast.expr) -> str:
    """A part of a formatted text; for what is filled in stands no letter, as it may be anything."""
    return value.value if isinstance(value, ast.Constant) and isinstance(value.value, str) else "{}"


def _words_of_pattern(text: str) -> list[str]:
    """The words that a regex writes out in full; of what is no regex none."""
    if not _PATTERN.search(text):
        return []
    plain = _PATTERN_SYNTAX.sub(_sketched, text)
    while (rest := _ENDING.sub(_LETTER, plain)) != plain:
        plain = rest
    return re.findall(r"[A-Za-z]{2,}", plain)


def _sketched(syntax: re.Match[str]) -> str:
    if syntax[0].startswith("("):
        return "("
    if syntax[0].startswith("{"):
        return ""
    return _LETTER if syntax[0][0] == "[" or syntax[0] in {r"\w", r"\S", r"\d"} else " "


def _is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _binding_of(statement: ast.stmt) -> str:
    if isinstance(statement, ast.Assign | ast.AnnAssign):
        target = statement.targets[0] if isinstance(statement, ast.Assign) else statement.target
        return ast.unparse(target)
    return getattr(statement, "name", "")


def _words_of(node: ast.AST) -> list[str]:
    """The words of a list, a split text, a regex or the patterns of a case; the program's own terms are none."""
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Constant(value=str(text)), attr="split")):
            texts = text.split()
        case ast.List(elts=parts) | ast.Tuple(elts=parts) | ast.Set(elts=parts):
            texts = _texts(parts)
        case ast.Dict(keys=keys, values=values):
            texts = max(_texts(keys), _texts(values), key=len)
        case ast.MatchOr(patterns=patterns):
            texts = _texts([part.value for part in patterns if isinstance(part, ast.MatchValue)])
        case ast.Constant(value=str(text)) if "|" in text:
            return _alternatives(text)
        case ast.JoinedStr(values=values):
            return _alternatives("".join(_texts(values)))
        case _:
            return []
    return [text for text in texts if _WORD.fullmatch(text) and text not in _terms()]


def _texts(nodes: Iterable[ast.AST | None]) -> list[str]:
    return [node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]


def _alternatives(pattern: str) -> list[str]:
    """The words of the largest group of a regex, its parts told by `|`; it reads texts, so that no term is let off."""
    groups: list[list[str]] = [[""]]
    largest: list[str] = []
    for char in f"({_SYNTAX.sub(_bare, pattern)})":
        if char == "(":
            groups.append([""])
        elif char == ")" and len(groups) > 1:
            words = [part for part in groups.pop() if re.search(r"[^\W\d_]{2}", part)]
            largest = max(largest, words, key=len)
        elif char == "|":
            groups[-1].append("")
        else:
            groups[-1][-1] += char
    return largest


def _bare(syntax: re.Match[str]) -> str:
    return "(" if syntax[0].startswith("(") else " "


@functools.cache
def _terms() -> frozenset[str]:
    """The program's own terms: what its literals and its values' fields are called."""
    terms: set[str] = set()
    for path in (REPO / "digests").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Subscript) and ast.unparse(node.value) == "Literal":
                terms.update(_texts(ast.walk(node)))
            elif isinstance(node, ast.ClassDef):
                fields = (part.target for part in node.body if isinstance(part, ast.AnnAssign))
                terms.update(field.id for field in fields if isinstance(field, ast.Name))
    return frozenset(terms) - _FUNCTION_WORDS - _PARTICIPLES


# --- names ----------------------------------------------------------------------------------------------------

_FUNCTION_WORDS: Final = frozenset(
    "a about above across after against along amid among an and another any around as at be because been before behind "
    "being below beneath beside besides between beyond both but by did do does down during each either else every few "
    "for from had has have he her here hers him his how if in inside into is it its just least less like many more "
    "most much my near neither nor not of off on once one ones only onto or our out outside over own per "
    "same several she since so some such than that the their them then there these they this those through to too "
    "toward towards under until up upon us very was we were what whatever when where which while who whom whose why "
    "with within without yet you your".split()
)
_PARTICIPLES: Final = frozenset(
    "added agreed allowed answered asked barred begun bounded broken called changed chosen cited coded composed "
    "conceded considered continued counted covered declared described disputed done drawn ended folded found gathered "
    "given gone got grown happened headed heard held joined kept keyed laced learned left linked listed lost made "
    "marked matched meant mentioned merged moved named narrowed needed opened owned packed parted placed posted "
    "printed queued quoted ranked rated read renamed reopened replaced retried said scaled seen sent shouted shown "
    "skipped sourced spelled spent spoken started stated stepped supported taken taught titled told touched tried "
    "typed unseen unsent unused used wanted weighed wished wrapped written".split()
)
#: The words that people type as options of commands: a parameter or a field that carries one keeps its name.
_OPTIONS: Final = frozenset({"about", "at", "by", "every", "since", "until"})
_REQUEST_ROOMS: Final = (
    "bot/cli",
    "bot/platforms",
    "bot/service",
    "bot/models",
    "bot/schedules",
    "digests/models/query.py",
    "digests/query",
)
#: Parameters and fields that keep their name: file and name, with the reason.
NAMES_ALLOWED: Final[dict[str, str]] = {
    "bot/models/answers.py:after": "the context that follows a passage",
    "bot/models/answers.py:before": "the context that leads to a passage",
    "bot/protocols/claim_store.py:after": "the cursor of a page, by keyword as in every interface that pages",
    "bot/protocols/sending_store.py:until": "the end of a wait, by keyword",
    "bot/store/search/claim_store.py:after": "as in the protocol",
    "bot/store/sending/sending_store.py:until": "as in the protocol",
    "digests/models/digest.py:was": "a key of the messages that are kept, and of JSON that others read",
    "digests/models/digest.py:when": "as above",
    "digests/models/mentions.py:what": "a key of claims that are kept, and of JSON that others read",
    "bot/exports/claim_rows.py:what": "the same key, in the files that claims are taken away in",
}


class Binding(NamedTuple):
    """A name that is given to something, and whether it is a parameter or field, and of what type."""

    name: str
    line: int
    declared: bool
    annotation: str


def bindings_in(path: Path) -> Iterator[Binding]:
    """Every parameter, field, variable and loop variable of a module."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    fields = {
        statement.target: ast.unparse(statement.annotation)
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        for statement in node.body
        if isinstance(statement, ast.AnnAssign)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.arg):
            yield Binding(node.arg, node.lineno, True, ast.unparse(node.annotation) if node.annotation else "")
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield Binding(node.id, node.lineno, node in fields, fields.get(node, ""))


def banned_names() -> Iterator[Problem]:
    """Bindings whose name says nothing of what they hold; a participle may name a truth value."""
    for root in ROOTS:
        for path in sorted((REPO / root).rglob("*.py")):
            where = path.relative_to(REPO).as_posix()
            for binding in bindings_in(path):
                allowed = binding.declared and f"{where}:{binding.name}" in NAMES_ALLOWED
                if says_nothing(binding, where) and not allowed:
                    yield Problem(path, binding.line, binding.name)


def says_nothing(binding: Binding, where: str) -> bool:
    """Whether a name is a function word, or a participle of something that is no truth value."""
    name = binding.name.strip("_")
    if name in _OPTIONS and binding.declared and where.startswith(_REQUEST_ROOMS):
        return False
    if name in _PARTICIPLES:
        return not binding.annotation.startswith("bool")
    return len(name) > 1 and name in _FUNCTION_WORDS


# --- all of it ------------------------------------------------------------------------------------------------

RULES: Final[dict[str, Callable[[], Iterator[Problem]]]] = {
    "loose files": loose_files,
    "crowded folders": crowded_folders,
    "vocabulary outside the lexicon": stray_vocabulary,
    "words written out in patterns": pattern_words,
    "names that say nothing": banned_names,
}


def main() -> int:
    """Print every problem, and how many there are of each kind; returns the exit status."""
    counts = {}
    for rule, find in RULES.items():
        problems = list(find())
        counts[rule] = len(problems)
        for problem in problems:
            print(f"{problem} ({rule})")  # noqa: T201 - the command's own output
    bindings = sum(1 for root in ROOTS for path in (REPO / root).rglob("*.py") for _ in bindings_in(path))
    for root in ROOTS:
        print(f"{root}: {len(modules_in(REPO / root))} loose files")  # noqa: T201 - as above
    for rule, count in counts.items():
        print(f"{rule}: {count}")  # noqa: T201 - as above
    print(f"of 1,000 bindings {1000 * counts['names that say nothing'] / bindings:.1f} say nothing")  # noqa: T201 - as above
    return int(any(counts.values()))


if __name__ == "__main__":
    sys.exit(main())
