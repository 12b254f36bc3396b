"""Which body a pronoun, a noun or a short name stands for: “it”, “the company”, “that poll”, “Alto” of Alto Foods."""

from digests.speakers.bodies.authors import Authors
from digests.speakers.bodies.employers import Employers
from digests.speakers.bodies.initials import spelt_out
from digests.speakers.bodies.nouns import Bodies
from digests.speakers.bodies.prominent import Prominent
from digests.speakers.bodies.speaker import Number, Speaker

__all__ = ["Authors", "Bodies", "Employers", "Number", "Prominent", "Speaker", "spelt_out"]
