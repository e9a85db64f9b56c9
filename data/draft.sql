-- Make room for the tables as they were read, without keys: the queries in checks/ look there first.
create schema draft;
set search_path = 'draft,main';
