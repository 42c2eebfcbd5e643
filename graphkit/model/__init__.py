"""The nouns: frozen values without files, sockets or clocks. Import each from its own module."""
