"""Archives: files of articles by the thousand, read on all cores of one machine or of several, and loaded at once."""
