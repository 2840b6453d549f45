"""Others that print cards, each as a script of its own: cards as JSON, a PDF, the picture of a back."""
