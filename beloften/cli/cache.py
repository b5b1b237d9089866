"""`beloften cache`: what was read before."""

from collections.abc import Iterator
from contextlib import contextmanager

import typer

from beloften.cli.commands import new_app
from beloften.cli.options import say
from beloften.errors import OutputError

app = new_app(
    help="What was read before: where it is kept, how much it is, and forgetting it.", no_args_is_help=True
)


@app.command()
def info() -> None:
    """Tell where the cache is and what it holds."""
    from beloften.run.cache_file import cache_folder, cache_info

    with _told():
        found = cache_info(cache_folder())
    typer.echo(f"folder:  {found.folder}\nresults: {found.results}\nsize:    {found.size / 1e6:.1f} MB")


@app.command()
def clear() -> None:
    """Forget everything, so that the next scan reads each document anew."""
    from beloften.run.cache_file import cache_folder, clear_cache

    with _told():
        clear_cache(cache_folder())
    say(f"The cache in {cache_folder()} is empty.")


@contextmanager
def _told() -> Iterator[None]:
    """Tell what is the matter with the cache."""
    import sqlite3

    from beloften.run.cache_file import FOLDER_VARIABLE, cache_folder

    try:
        yield
    except (OSError, sqlite3.Error) as error:
        problem = f"The cache in {cache_folder()} cannot be used: {error}."
        raise OutputError(problem, f"Name another in {FOLDER_VARIABLE}, or remove this one.") from error
