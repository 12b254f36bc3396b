"""How a story opens: what its outlets begin with in their own name, and what most of them report."""
