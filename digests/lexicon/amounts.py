"""What words a language must give the rules that read dates and numbers, and what each list is for."""

from __future__ import annotations

from dataclasses import dataclass

from digests.models import Bound


@dataclass(frozen=True, eq=False, kw_only=True)
class Numbers:
    """Numbers in words, their scales, and the phrases that bound or blur a number."""

    units: dict[str, int]  #: zero to nineteen, and the tens
    scales: dict[str, float]  #: what a number before them is multiplied by
    letter_scales: dict[str, float]  #: the same as one letter that touches the digits, in either case
    leading_scales: frozenset[str]  #: scales that a number may begin with
    vague: frozenset[str]  #: plurals of scales, which give no number: “hundreds”
    vague_of: frozenset[str]  #: those of them that say a number only with “of” after them
    vague_of_scales: frozenset[str]  #: those that say one only before another: “tens of thousands”
    quantifiers: frozenset[str]  #: what makes a number of a scale after it, but no known one
    couple: frozenset[str]  #: nouns for two
    half: frozenset[str]  #: nouns for one half
    quarter: frozenset[str]  #: nouns for one quarter
    joining: frozenset[str]  #: what stands between two parts of one number, beside a hyphen
    fractions: dict[str, int]  #: parts of a whole, with how many make one
    plural_fractions: dict[str, int]  #: the same after a number of them
    minus: frozenset[str]  #: the sign of a number below zero, in words
    bounds_before: dict[tuple[str, ...], Bound]  #: words and signs before a number, with how they bound it
    bounds_after: dict[tuple[str, ...], Bound]  #: words after a number, with how they bound it
    joined_bounds: dict[str, Bound]  #: one word after a number, mostly tied to it by a hyphen
    joined_before_nouns: frozenset[str]  #: those of them that need a noun after them
    between_bounds: frozenset[str]  #: words that may stand between a bound and its number
    placing: frozenset[str]  #: first words of bounds that may tell a place or a time instead
    before_lengths: frozenset[str]  #: words before such a one that make it bound a length of time
    in_brackets: frozenset[str]  #: words before a conversion in brackets
    ranging: frozenset[str]  #: words after which “from” and “to” give a range rather than a change
    ordinals: dict[str, int]  #: first, second and so on
    decimal_points: frozenset[str]  #: what stands before the decimals of a number in words
    ordinal_endings: frozenset[str]  #: what makes digits tell a place in an order
    halved: frozenset[str]  #: what tells one half from the other, so that it is no share


@dataclass(frozen=True, eq=False, kw_only=True)
class Units:
    """Units of measure and money, by the words and signs that news uses for them."""

    durations: dict[str, str]  #: words for lengths of time, with the unit
    measures: dict[str, str]  #: other words for units, with the unit
    phrases: dict[tuple[str, str], str]  #: two words for a unit
    areas: frozenset[str]  #: what makes a unit of length after it one of area
    per_hour: frozenset[tuple[str, str]]  #: what makes a unit of length before it one of speed
    dollars: dict[str, str]  #: letters that touch the dollar’s sign, with the currency
    weights_or_money: dict[str, str]  #: words for a weight that mean a currency after a scale
    verbs_too: frozenset[str]  #: currencies whose word is a verb too, and means money only in large sums
    worth: frozenset[str]  #: what stands between a sum and what it buys
    weapons: frozenset[str]  #: what a length tells the bore of


@dataclass(frozen=True, eq=False, kw_only=True)
class Things:
    """What figures count: nouns, the nations whose they are, and the words around them."""

    singulars: frozenset[str]  #: nouns that there may be one of
    plurals: frozenset[str]  #: plurals that do not look like it
    not_plurals: frozenset[str]  #: words that look like plurals and are none
    plural_endings: tuple[str, ...]
    not_plural_endings: tuple[str, ...]  #: longer ones that no plural has
    groups: frozenset[str]  #: nouns of people that may follow another plural: “forces personnel”
    in_millions: frozenset[str]  #: what a letter before makes millions of: “200m people”
    demonyms: frozenset[str]  #: adjectives of nations and sides that do not end like one
    demonym_endings: frozenset[str]  #: how the others end
    demonym_openings: frozenset[str]  #: first words of the nations’ adjectives of two words
    stops: frozenset[str]  #: words that end a noun phrase, beside those of grammar
    more_of_it: frozenset[str]  #: adjectives for others of the same
    other_determiners: frozenset[str]  #: what may stand before what is counted, beside articles and pronouns
    other_wholes: frozenset[str]  #: what may stand before the whole that a share is of, beside them
    picking: frozenset[str]  #: adjectives that pick some of a number: “of the last three”
    back_references: frozenset[str]  #: what stands for things named before: “three of them”
    definite: frozenset[str]  #: what makes “two” after it stand for persons named before, beside demonstratives
    asides: frozenset[str]  #: words that open an aside after what is counted
    tolls: frozenset[str]  #: nouns of a count whose kind the word before tells: “death toll”
    totals: frozenset[str]  #: nouns of a count whose kind follows: “number of dead”


@dataclass(frozen=True, eq=False, kw_only=True)
class Fates:
    """What befalls those whom a figure counts."""

    forms: dict[str, str]  #: forms of the verbs for it, with the participle that tells it
    phrases: dict[tuple[str, str], str]  #: the same in two words
    states: frozenset[str]  #: fates that are nobody’s deed
    suffering: frozenset[str]  #: verbs after which a participle tells a fate, beside forms of “be”
    connectors: frozenset[str]  #: other words between what is counted and its fate
    object_openings: frozenset[str]  #: what opens an object, beside articles, pronouns, numbers and names


@dataclass(frozen=True, eq=False, kw_only=True)
class Numbered:
    """Where a number is no quantity: ages, years, times of day, addresses and the names of things."""

    ages: frozenset[str]  #: phrases before a person’s years
    aged: frozenset[str]  #: the adjective after them
    joined_ages: frozenset[str]  #: both where a hyphen ties them to the number: “a 40-year-old”
    after_ages: frozenset[str]  #: words after an age that stands after a name
    nouns: frozenset[str]  #: nouns of numbered things, with any letter large
    names: frozenset[str]  #: names that a number belongs to, and nouns that have one where they have a capital
    streets: frozenset[str]  #: what ends an address
    clocks: frozenset[str]  #: what follows a time of day
    ranks: frozenset[str]  #: what follows an ordinal that is no fraction
    ordering: frozenset[str]  #: what follows a length of time that tells when something was, or of what kind it is
    occasions: frozenset[str]  #: what follows “at one” that counts nothing
    joiners: frozenset[str]  #: words between the two ends of a range, as in “5 to 6 January”
