"""Options, keys and pools of questions."""
