"""What words tell of people: read alike by what draws a line and by the gate, and nothing here decides on a line."""
