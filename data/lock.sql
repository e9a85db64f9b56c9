-- Lock the database of a running dashboard: it answers questions and can do nothing else.
-- The order matters: the last line forbids all further settings.
-- With the first of these steps DuckDB 2.0.0 loses a condition on a column that is joined under another name as well; with the second it takes
-- two parts of a union for the same where they read other columns of the same rows (tests show both).
set disabled_optimizers = 'join_filter_pushdown,common_subplan';
set temp_directory = '';
set allow_community_extensions = false;
set autoinstall_known_extensions = false;
set autoload_known_extensions = false;
set enable_external_access = false;
set disabled_filesystems = 'LocalFileSystem';
set lock_configuration = true;
