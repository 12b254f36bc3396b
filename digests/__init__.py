"""The core: article records in, attributed claims and digests out. It computes; it never touches the world."""
