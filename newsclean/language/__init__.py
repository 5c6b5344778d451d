"""What depends on a text's language: which it is, and what can be told of a line, a name or a date in it."""

from newsclean.language.detector import Detector as Detector
from newsclean.language.detector import by_script as by_script
from newsclean.language.detector import detect as detect
from newsclean.language.detector import eld_cld2 as eld_cld2
from newsclean.language.detector import langdetect as langdetect
