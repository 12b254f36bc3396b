"""The bot, with fakes and one store suite."""
