"""Fetching what operators name, safely; nothing is fetched unless somebody asks for it."""
