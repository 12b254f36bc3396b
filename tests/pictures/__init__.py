"""The pictures of the documents, drawn anew by `make pictures` from what the program really shows."""
