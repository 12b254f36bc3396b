"""The English of reporting: who says a thing how, what is no saying, and what stands behind one."""
