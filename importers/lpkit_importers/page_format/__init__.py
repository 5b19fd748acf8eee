"""A page that shows a pattern of interview question, whatever its layout: headings and shapes, not places."""
