"""A property that is worked out once for each object. As `functools.cached_property` of Python 3.12, for older ones too.

Up to 3.11 that one holds a lock for all objects of a class while it works: every visitor waits for the query of every other.
"""

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING or sys.version_info >= (3, 12):
    from functools import cached_property as once
else:

    class once:
        """Two threads may both work a value out; the last one is kept."""

        def __init__(self, work):
            self.work = work
            self.__doc__ = work.__doc__

        def __set_name__(self, owner, name):
            self.name = name

        def __get__(self, instance, owner=None):
            if instance is None:
                return self
            value = instance.__dict__[self.name] = self.work(instance)
            return value


__all__ = ["once"]
