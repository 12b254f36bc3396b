"""What is held, for programs that speak the Model Context Protocol: read alone; needs the extra `mcp`."""
