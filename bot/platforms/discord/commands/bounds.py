"""The options of a command as they were declared: Discord holds to them, a forged interaction need not."""

from __future__ import annotations

from discord import app_commands

from bot.platforms.discord.escaping import size
from bot.platforms.discord.replies import Interaction

_LONGEST = 6_000  #: characters of an option that declares no bound, which Discord itself has


def misfit(interaction: Interaction) -> str:
    """What is wrong with the options of a command, in words; nothing where they are as declared."""
    command = interaction.command
    if not isinstance(command, app_commands.Command):
        return ""
    parameters = {parameter.display_name: parameter for parameter in command.parameters}
    for name, value in interaction.namespace:
        parameter = parameters.get(name)
        if parameter is None or not isinstance(value, str):
            continue
        if size(value) > (parameter.max_value or _LONGEST):
            return f"{name} is too long: it takes at most {parameter.max_value or _LONGEST} characters."
        if parameter.choices and value not in {choice.value for choice in parameter.choices}:
            return f"{name} takes one of: {', '.join(str(choice.value) for choice in parameter.choices)}."
    return ""
