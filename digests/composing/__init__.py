"""Claims in, a digest out: which lines, in which order, under which headings."""
