"""Buttons, lists and forms under messages whose custom ids tell the next process too what was meant."""
