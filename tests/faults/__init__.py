"""The fault campaign: kills, full disks, broken connections, rival writers. `python -m tests.faults` is its long form."""
