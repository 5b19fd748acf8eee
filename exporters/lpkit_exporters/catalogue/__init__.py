"""The words of the interface that the html and the anki export share, with a catalogue for each language."""
