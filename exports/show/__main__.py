"""`python -m exports.show` checks the stories of the dataset: figures, filters, and every value that a caption names."""

import sys

import data
from data.faults import DataError
from exports.show import check, deck


def main() -> int:
    """Check, and say what was found. Gives the exit code: 0, or 1 where a story has a fault."""
    try:
        folder = data.current().folder
    except DataError as error:
        print(error, file=sys.stderr)
        return 1
    if found := check.faults(folder):
        print("\n".join(map(str, found)), file=sys.stderr)
        return 1
    for story in deck.known().values():
        print(f"{story.name:<32}{len(story.slides):>3} slides  {story.title}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
