-- How is the work shown? Not at all: a bar that moves would stand among the rows that are printed.
-- One row per setting.
set enable_progress_bar = false;
