"""Encoding: text that was decoded, escaped or copied wrongly, made right again; clean text is never touched."""

from newsclean.encoding.repair import repair

__all__ = ["repair"]
