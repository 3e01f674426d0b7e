"""newsclean in other people's engines."""
