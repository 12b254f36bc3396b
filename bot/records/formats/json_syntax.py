"""What is wrong with a text that should be JSON, and how to mend it."""

from __future__ import annotations

import json

_MESSAGES = {
    "Expecting value": "a value is missing or not JSON",
    "Expecting ',' delimiter": "a comma or a closing bracket is missing before this",
    "Expecting ':' delimiter": "a colon is missing after a field's name",
    "Expecting property name enclosed in double quotes": "a field's name in double quotes is expected",
    "Illegal trailing comma before end of object": "one comma too many",
    "Illegal trailing comma before end of array": "one comma too many",
    "Unterminated string starting at": "a text that begins here has no closing quote",
    "Invalid control character at": "a line break or control character stands inside a text; write it as \\n",
    "Extra data": "there is more text after the record",
    "Invalid \\escape": "a backslash begins no escape; write it as \\\\",
    "Invalid \\uXXXX escape": "\\u needs four hexadecimal digits",
}


def syntax_reason(error: json.JSONDecodeError, text: str) -> str:
    """What the standard reader has found, in our words, with the column."""
    if error.pos >= len(text.rstrip()):
        return "is not complete JSON: a closing bracket or quote is missing, or the record is cut off here"
    reason = next(
        (explanation for message, explanation in _MESSAGES.items() if error.msg.startswith(message)), error.msg
    )
    return f"is not JSON: {reason} (column {error.colno})"
