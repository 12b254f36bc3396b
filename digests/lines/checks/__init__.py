"""What the gate looks at: words against their passage, cues, and pronouns."""
