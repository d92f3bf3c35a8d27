"""Prints Sources/Reporters/WideCharacters.swift.

The table comes from the Unicode Character Database, as the package unicodedata2 holds it. Code points that are
not assigned never end a range, which keeps the table short: nobody can tell how wide they will be.

Usage, in the package's root:
    .venv/bin/python Tests/ReportersTests/Support/wide-characters.py > Sources/Reporters/WideCharacters.swift
"""

import unicodedata2 as data

HEAD = f"""\
// Made by Tests/ReportersTests/Support/wide-characters.py; change that and run it again.

/// The characters that take two columns of a terminal: East_Asian_Width (UAX #11) Wide or Fullwidth, in
/// Unicode {data.unidata_version}.
enum WideCharacters {{
  /// First and last code point of each range, in order; ranges neither touch nor overlap.
  static let ranges: [(first: UInt32, last: UInt32)] = ["""

TAIL = """\
  ]
}
"""


def wide_ranges():
    """The ranges of wide characters, each as long as only unassigned code points allow."""
    ranges = []
    joins = False
    for point in range(0x110000):
        character = chr(point)
        if data.category(character) in ("Cn", "Cs", "Co"):
            joins = joins and data.category(character) == "Cn"
        elif data.east_asian_width(character) in ("W", "F"):
            if joins:
                ranges[-1][1] = point
            else:
                ranges.append([point, point])
            joins = True
        else:
            joins = False
    return ranges


def main():
    print(HEAD)
    line = "   "
    for first, last in wide_ranges():
        pair = f" (0x{first:04X}, 0x{last:04X}),"
        if len(line) + len(pair) > 100:
            print(line)
            line = "   "
        line += pair
    print(line)
    print(TAIL, end="")


main()
