"""What spreadsheet and slide can draw themselves: a drawn figure read back as the series of editable charts."""
