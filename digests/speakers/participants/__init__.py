"""Who appears in a text: its persons, and the bodies that it names."""

from digests.speakers.participants.cast import Cast
from digests.speakers.participants.named_bodies import NamedBody

__all__ = ["Cast", "NamedBody"]
