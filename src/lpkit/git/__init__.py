"""What git knows of the files: the command itself, revisions, and what changed since one."""
