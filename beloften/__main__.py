"""`python -m beloften`."""

if __name__ == "__main__":
    from beloften.cli.main import main

    main()
