"""Heavy work as jobs on the Postgres that holds all the rest: articles to read, feeds to look at, words to tell.

Each job may be done twice and changes nothing the second time, since the store decides what is held already. Only
`queue`, `tables` and `worker` need the extra `scale`: who has no queue never imports them.
"""
