"""Mutation operators, by what they damage."""
