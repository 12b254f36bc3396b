"""Who a source’s words name: the persons and bodies of a text, and the claimant behind a noun phrase or pronoun."""
