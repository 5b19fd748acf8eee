"""What prose says of the pack's own facts: totals, points, verdicts, people, options, quotations, figures."""
