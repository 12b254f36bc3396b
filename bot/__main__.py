"""`python -m bot` is `dateline`."""

from bot.cli.main import main

if __name__ == "__main__":  # worker processes import this module too
    main()
