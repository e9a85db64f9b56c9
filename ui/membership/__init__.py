"""What the page Membership shows beside its cards: moving through the days, the states on a day, gaps in the shares."""
