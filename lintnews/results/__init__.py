"""Results of single files, on their way: between processes, and from one run to the next."""
