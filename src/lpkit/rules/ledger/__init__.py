"""What prose says is reckoned, and bound to what it speaks of: figures, dates, totals, verdicts, people, quotes."""
