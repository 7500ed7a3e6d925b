"""What a case of format 2 may leave out: derived from the text, the sections, the codebook and the crosswalk."""
