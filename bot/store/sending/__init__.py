"""What is sent, when and where: schedules, the outbox, and what became of each due time."""
