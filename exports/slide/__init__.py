"""A view as slides: an editable chart where one says the same, else a table or the picture; sources in the notes."""
