"""The command line: one module for each command. Only here is the environment read, and only `printer` prints."""
