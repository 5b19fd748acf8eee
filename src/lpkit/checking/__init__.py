"""From files to a report: what a run looks at, the pack stage, the corpus stage, and what is left out of the result."""
