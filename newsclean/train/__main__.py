"""`python -m newsclean.train`: gold to the trees of text mode."""

import sys

from newsclean.train.text_model import main

if __name__ == "__main__":
    sys.exit(main())
