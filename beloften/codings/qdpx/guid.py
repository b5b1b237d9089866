"""The names by which things in QDPX projects know each other: the same for the same thing, ever."""

from uuid import NAMESPACE_URL, uuid5

_NAMESPACE = uuid5(NAMESPACE_URL, "urn:beloften:qdpx")


def guid_of(kind: str, *names: str) -> str:
    """Return the GUID of a thing, made of its kind and names (UUID version 5), whatever is in them.

    Codes have the same in samples and in exports, so that a QDA program can merge projects.
    """
    name = "\0".join((kind, *names))
    return str(uuid5(_NAMESPACE, name.encode("utf-8", "surrogatepass").decode("latin-1")))


def code_guid(branch: str, code: str) -> str:
    """Return the GUID of a code in the branch of its kind."""
    return guid_of("code", f"{branch}/{code}")
