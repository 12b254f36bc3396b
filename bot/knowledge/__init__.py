"""What the bot knows beforehand: places and actors, read from files and handed to the core."""
