"""Commands that write what is held for others: data, figures and pages."""
