"""The service around the domain: synchronisation, storage, access and the HTTP interface."""
