"""How a sentence hangs together: tokens, chunks, noun phrases, subjects, and whom a reference means."""
