"""HTML mode: a page into blocks, each with the clues of its markup, and the metadata of the page; `page.read_html` is the entry."""
