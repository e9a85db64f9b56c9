"""A view as a workbook: rows, editable chart, filters, sources and citation on sheets of their own."""
