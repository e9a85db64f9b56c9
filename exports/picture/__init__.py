"""Pictures at the sizes they are used at, on the grounds they are laid on, with letters of their own."""
