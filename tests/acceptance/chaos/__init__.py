"""Replicas and a worker in a storm: nothing is lost, doubled or out of order (`make chaos`, and a short form of it)."""
