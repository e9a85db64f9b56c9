"""What the organisation calls its own: statuses of states, steps towards them, measures of reported figures."""
