"""Earlier releases that answer again: which one a reader is bound to, and how a kept one is opened."""
