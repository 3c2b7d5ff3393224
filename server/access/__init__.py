"""Who may come in and what they may do there: pure values and rules, time is an argument."""
