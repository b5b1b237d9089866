"""`python -m beloften`."""

from beloften.cli.main import main

if __name__ == "__main__":
    main()
