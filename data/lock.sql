-- Lock the database of a running dashboard: it answers questions and can do nothing else.
-- The order matters: the last line forbids all further settings.
set temp_directory = '';
set allow_community_extensions = false;
set autoinstall_known_extensions = false;
set autoload_known_extensions = false;
set enable_external_access = false;
set disabled_filesystems = 'LocalFileSystem';
set lock_configuration = true;
