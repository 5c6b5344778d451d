"""newsclean as a part of other programs' pipelines: one module for each, which needs that program's package."""
