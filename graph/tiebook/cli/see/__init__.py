"""The commands that show: pictures, measures, files of other tools."""
