"""`python -m tiebook`."""

from tiebook.cli import main

main()
