"""The review page: articles that an editor repairs in the browser, and the server that keeps them."""
