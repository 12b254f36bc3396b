"""One login to Discord, over one connection or several shards, at whatever addresses."""
