"""`newsclean serve`: articles over HTTP, on one machine.

Needs `pip install 'newsclean[serve]'`.
"""
