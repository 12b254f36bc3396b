"""Where digests are posted and commands come from: one folder for each platform."""
