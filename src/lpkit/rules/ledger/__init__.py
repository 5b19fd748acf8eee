"""What prose says of figures and dates is reckoned, and compared with what it speaks of."""
