"""HTML mode: a page into blocks, each with what the markup says of it; `page.read_html` is where it begins."""
