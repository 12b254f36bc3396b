"""Loopback peers that speak the protocols of Discord and Slack."""
