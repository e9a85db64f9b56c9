"""A workbook, a sheet a table, becomes the tables of a dataset; faults are told by sheet and cell."""
