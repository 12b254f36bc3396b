"""Tests of the Discord room."""
