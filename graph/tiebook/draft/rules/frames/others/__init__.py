"""What a clause says of others than its subject: whom somebody fears or presses, and what is done to two others."""
