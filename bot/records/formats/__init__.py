"""The formats that records come in: each module reads one, and yields candidates or articles."""
