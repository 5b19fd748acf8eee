"""Questions labelled by hand before the rules saw them, and how far the rules agree with the labels."""
