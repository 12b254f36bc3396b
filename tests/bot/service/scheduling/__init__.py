"""Schedules as admins make, change and look after them."""
