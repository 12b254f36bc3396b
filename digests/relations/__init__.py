"""Relations between claims: who repeats, updates, contradicts, denies or corrects whom, and on how many origins."""

from digests.relations.flags import relation_flags
from digests.relations.relate import relate

__all__ = ["relate", "relation_flags"]
