"""What a channel has had before a digest: its lines, and the stories that last."""
