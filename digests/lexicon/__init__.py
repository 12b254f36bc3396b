"""Every English word that a rule looks for, each list once."""
