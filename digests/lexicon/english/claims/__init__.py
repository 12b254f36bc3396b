"""English words by which claims are drawn, compared and given to somebody."""
