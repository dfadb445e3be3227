"""What running text is made of, whatever format it came in: sentences and quotations."""
