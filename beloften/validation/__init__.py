"""The tool beside those who coded by hand: agreement, and rates corrected for the measured error."""
