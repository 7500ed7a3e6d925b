"""What a clause is the content of: who fears, hopes, denies or supposes it."""
