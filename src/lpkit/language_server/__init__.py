"""`lpkit lsp`: what an editor is answered, about texts that are not saved yet."""
