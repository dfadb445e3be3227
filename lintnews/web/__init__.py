"""What the servers of lintnews share: who may ask, and how requests are read and answered."""
