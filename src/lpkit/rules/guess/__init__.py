"""What a quiz as a whole gives away."""
