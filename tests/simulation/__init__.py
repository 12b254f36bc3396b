"""A bot on a virtual clock: the real service, outbox worker and store, with faults that a seed draws."""
