"""Drafting: proposers suggest claims for a case, the gate keeps what the text says, a person decides.

Nothing here writes a claim without a decision. `protocol` says what goes in and out, `proposers` holds those who propose,
`gate` what may stay, `store` the files beside a case.
"""
