"""`python -m lpkit`."""

from lpkit.cli.main import main

main()
