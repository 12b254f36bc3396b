"""Where contents begin and where they end."""
