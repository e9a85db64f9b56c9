"""From files to checked tables: a large dataset set-wise in the database, any doubt cell by cell, so that every fault is named with its line."""
