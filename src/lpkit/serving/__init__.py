"""`lpkit serve`: the site from memory, built anew on every save; each module owns one part of the way."""
