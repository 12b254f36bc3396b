"""Which body a pronoun, a noun or a short name stands for: “it”, “the company”, “that poll”, “Alto” of Alto Foods."""

from digests.speakers.bodies.authors import Authors
from digests.speakers.bodies.employers import Employers
from digests.speakers.bodies.nouns import Bodies
from digests.speakers.bodies.prominent import Prominent
from digests.speakers.bodies.speaker import Number, Speaker
from digests.speakers.bodies.staff import staff_of

__all__ = ["Authors", "Bodies", "Employers", "Number", "Prominent", "Speaker", "staff_of"]
