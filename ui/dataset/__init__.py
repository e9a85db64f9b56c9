"""The sections of the data page: what the dataset means, holds, rests on, lacks, and how it changed."""
