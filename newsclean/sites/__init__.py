"""What many pages of one site have in common, learned from them, as evidence for each of them."""
