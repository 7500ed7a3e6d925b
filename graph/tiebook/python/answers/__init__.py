"""An answer as Python has it: data frame, receipts, and how it and a graph look."""
