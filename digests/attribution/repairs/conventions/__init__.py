"""What a text is written by: transcripts, interviews, posts, lists and captions, each by its own convention."""
