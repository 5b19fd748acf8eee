"""What importers of other programs' formats share: XML and archives within limits, choices, and what is lost."""
