"""What a case of format 2 need not say: read from the text, the sections, the codebook and the crosswalk."""
