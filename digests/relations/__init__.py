"""Relations between claims: who repeats, updates, contradicts, denies or corrects whom, and on how many origins."""

from digests.relations.relate import relate

__all__ = ["relate"]
