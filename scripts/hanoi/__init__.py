"""The stories that make the pack of the Hanoi ceremony; see ../make-hanoi.py."""
