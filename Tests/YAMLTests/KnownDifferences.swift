/// The cases of the YAML test suite that are valid and that libyaml 0.2.5 refuses, each with the reason.
let knownDifferences: [String: String] = {
  var reasons: [String: String] = [:]
  for (reason, names) in casesByReason {
    for name in names { reasons[name] = reason }
  }
  return reasons
}()

private let casesByReason: [(reason: String, cases: [String])] = [
  (
    "libyaml refuses a directive that it does not know instead of passing it",
    ["2LFX", "MUS6-05", "MUS6-06"]
  ),
  (
    "libyaml wants the colon in the line of its key, in brackets too",
    ["4MUZ-00", "4MUZ-01", "4MUZ-02", "5MUD", "K3WX", "NJ66", "VJP3-01"]
  ),
  (
    "libyaml refuses a colon before a comma or a closing bracket",
    ["4ABK"]
  ),
  (
    "libyaml takes any ? in brackets for the start of a key, so such a text is refused here",
    ["652Z"]
  ),
  (
    "libyaml refuses a tab before a block's content, even where it indents nothing",
    ["6BCT", "6CA3", "DK95-00", "DK95-03", "DK95-04", "Q5MG", "Y79Y-010"]
  ),
  (
    "libyaml refuses a tab where a text after | or > begins",
    ["96NN-00", "96NN-01", "R4YG", "Y79Y-001"]
  ),
  (
    "libyaml allows only letters, digits, _ and - in the name of an anchor",
    ["8XYN"]
  ),
  (
    "libyaml wants a text after | or > indented, where it is the whole document too",
    ["DK3J", "FP8R", "M7A3"]
  ),
  (
    "libyaml refuses the end of a document before the first one begins",
    ["HWV9"]
  ),
  (
    "libyaml wants a key before a colon in a block",
    ["NHX8", "S3PD", "UKK6-00"]
  ),
  (
    "libyaml takes a % at the start of a line for a directive, in brackets too",
    ["UT92"]
  ),
]
