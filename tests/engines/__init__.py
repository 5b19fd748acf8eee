"""Browsers of the system, each driven by a standard that it speaks itself; what a reader does looks the same in all."""
