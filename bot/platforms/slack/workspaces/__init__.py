"""Many workspaces with one app: who has installed it, under which token each is spoken to, and how it is installed."""
