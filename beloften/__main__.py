"""`python -m beloften`."""

if __name__ == "__main__":  # a worker, which imports this too, needs no command line
    from beloften.cli.main import main

    main()
