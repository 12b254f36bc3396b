"""The persons of a text: what it says that they are, their titles, and which of several namesakes is meant."""
