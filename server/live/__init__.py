"""The shell around the rooms: tasks, sockets, timing, and the session of each board."""
