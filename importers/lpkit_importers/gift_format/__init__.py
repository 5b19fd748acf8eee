"""GIFT as Moodle reads it: a file to entries, an entry to its parts and its kind, a choice to options and a key.

escapes → entries (what lies between blank lines) → grammar (title, text, answers) → kinds (which kind of question it
is, in Moodle's order) → answers (options, weights, feedback, the key) → texts (formats to those of the fields) →
drafts. The order of decisions is that of Moodle's own importer (question/format/gift/format.php).
"""
