"""The whole bot: a record in, a message out; a command in, an answer out."""
