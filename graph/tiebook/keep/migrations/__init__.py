"""The steps from one version of the model to the next: a module `from_N` each, with `TITLE` and `migrate`.

    TITLE = "ties carry the year of the order"

    def migrate(writer: Writer) -> None: ...  # plain Cypher for both engines, from version N to N + 1

A step works inside the one transaction of an upgrade and must keep no state outside. It names labels, types and properties by
themselves and takes nothing from the code that may change later.
"""
