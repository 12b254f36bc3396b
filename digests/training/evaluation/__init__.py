"""How good the tagger and the certainty of lines are: scores, and the calibrations fitted to them."""
