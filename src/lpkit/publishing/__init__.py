"""What is published: the items of libraries and packs, and library.lock, which remembers them."""
