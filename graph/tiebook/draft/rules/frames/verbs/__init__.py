"""What verbs and adjectives say, and how the words behind them fill the steps of a pattern."""
