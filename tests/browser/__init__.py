"""The site in a real browser, served as project pages are: compressed, under a sub-path."""
