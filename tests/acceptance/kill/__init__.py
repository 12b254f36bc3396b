"""The bot, killed at every step of a run and its delivery."""
