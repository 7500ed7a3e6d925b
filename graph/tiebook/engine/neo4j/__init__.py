"""The server engine: Neo4j through its official driver."""
