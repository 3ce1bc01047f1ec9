"""Measures `vitals` as a process, against any server that answers as GitHub does."""
