"""How likely it is that two claims answer one question, learned from stories told by several outlets."""

from digests.relations.aligning.chance import chance, features

__all__ = ["chance", "features"]
