"""The values that travel through the house: frozen, and checked when they are made."""

from digests.models.articles import Article, ArticleStatus, Correction, Derivation, Publisher
from digests.models.claims import Claim, Passage, Relation, RelationKind, SourcedClaim
from digests.models.digest import Digest, DigestItem, Section
from digests.models.mentions import (
    Actor,
    ActorMention,
    Attribution,
    Bound,
    Claimant,
    Figure,
    Kind,
    Mode,
    Place,
    PlaceMention,
    Precision,
    Pronoun,
    ResolvedBy,
    Role,
    TimeSpan,
)
from digests.models.query import Query, Subject
from digests.models.values import Fragment, Span, Value

__all__ = [
    "Actor",
    "ActorMention",
    "Article",
    "ArticleStatus",
    "Attribution",
    "Bound",
    "Claim",
    "Claimant",
    "Correction",
    "Derivation",
    "Digest",
    "DigestItem",
    "Figure",
    "Fragment",
    "Kind",
    "Mode",
    "Passage",
    "Place",
    "PlaceMention",
    "Precision",
    "Pronoun",
    "Publisher",
    "Query",
    "Relation",
    "RelationKind",
    "ResolvedBy",
    "Role",
    "Section",
    "SourcedClaim",
    "Span",
    "Subject",
    "TimeSpan",
    "Value",
]
