"""What nouns say by what stands within or around them: compounds, members of groups, and who is under something."""
