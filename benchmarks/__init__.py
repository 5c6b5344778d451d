"""What newsclean is measured with, and what its content model is trained with."""
