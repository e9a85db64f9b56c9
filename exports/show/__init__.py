"""Stories to be shown: slides with computed captions, and the player, presentation and handout that are made of them."""
