"""Questions from elsewhere: spreadsheets, our own JSON export, Moodle's GIFT."""

from lpkit.importing.draft import Draft, Note, Plan, plan_import

__all__ = ["Draft", "Note", "Plan", "plan_import"]
