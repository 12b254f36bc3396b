"""From bytes and markup to plain text."""
