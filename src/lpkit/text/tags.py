"""Tags of HTML within a text."""

import re

from lpkit.text.enclosed import Enclosed

TAG = Enclosed(
    r"<(?:/?(?:b|i|u|em|strong|p|br|span|div|sub|sup|li|ul|ol|a|font|code|pre|img|td|tr|h[1-6])(?:\s[^>]*)?/?)>",
    {"<": ">"},
    flags=re.IGNORECASE,
)
"""Tags that come with a text from a page or a form; no others: `<name>` is what somebody is to fill in."""
