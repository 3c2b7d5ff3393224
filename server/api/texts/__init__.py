"""What the API says to people, per language; Dutch is the source."""
