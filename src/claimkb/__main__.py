"""`python -m claimkb` is the `claimkb` command."""

from claimkb.cli import main

if __name__ == "__main__":
    main()
