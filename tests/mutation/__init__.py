"""Known faults put into clean packs, each at every place where it can stand: does the right rule say so, there?"""
