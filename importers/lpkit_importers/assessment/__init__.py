"""QTI: packages and files to items (`package`), items of 1.2 (`first`) and of 2.x and 3.0 (`later`) to choices."""
