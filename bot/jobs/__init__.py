"""Heavy work as jobs on the Postgres that holds all the rest: articles to read, feeds to look at, words to tell.

Each job may be done twice and changes nothing the second time, since the store decides what is held already.
"""

from bot.jobs.queue import JobQueue, JobState, TaskName
from bot.jobs.worker import Handler, JobWorker

__all__ = ["Handler", "JobQueue", "JobState", "JobWorker", "TaskName"]
