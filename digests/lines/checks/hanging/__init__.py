"""What a line speaks of that neither it nor its claimant holds: “him”, “it”, “them”, “there”, “the department”."""

from digests.lines.checks.hanging.bodies import is_of_another_body
from digests.lines.checks.hanging.objects import has_hanging_object, points_at_thing
from digests.lines.checks.hanging.persons import may_be_another, names_namesake
from digests.lines.checks.hanging.places import has_hanging_place

__all__ = [
    "has_hanging_object",
    "has_hanging_place",
    "is_of_another_body",
    "may_be_another",
    "names_namesake",
    "points_at_thing",
]
