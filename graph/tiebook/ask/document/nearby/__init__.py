"""What an answer points at: other questions about the same ends, and claims that speak of what nothing was found for."""
