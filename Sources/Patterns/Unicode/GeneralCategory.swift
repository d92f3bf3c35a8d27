/// Unicode's general categories by the names patterns give them.
enum GeneralCategory {
  /// The names of RFC 9485: a class, or a class with its subclass. Surrogates (`Cs`) are not among them.
  static let iregexpNames = PropertyNames(
    [
      "L": "lmotu", "M": "cen", "N": "dlo", "P": "cdefios", "Z": "lps", "S": "ckmo", "C": "cfno",
    ].flatMap { category, subcategories in [category] + subcategories.map { category + String($0) } }
  )

  /// PCRE2's name for each name ECMA-262 takes: table "Value aliases and canonical values for the Unicode
  /// property General_Category".
  static let pcreNames = PropertyNames(
    ecmascriptAliases.flatMap { names in
      names.map { (name: $0, pcreName: names[0] == "LC" ? "L&" : names[0]) }
    })

  private static let ecmascriptAliases: [[String]] = [
    ["LC", "Cased_Letter"],
    ["Pe", "Close_Punctuation"],
    ["Pc", "Connector_Punctuation"],
    ["Cc", "Control", "cntrl"],
    ["Sc", "Currency_Symbol"],
    ["Pd", "Dash_Punctuation"],
    ["Nd", "Decimal_Number", "digit"],
    ["Me", "Enclosing_Mark"],
    ["Pf", "Final_Punctuation"],
    ["Cf", "Format"],
    ["Pi", "Initial_Punctuation"],
    ["L", "Letter"],
    ["Nl", "Letter_Number"],
    ["Zl", "Line_Separator"],
    ["Ll", "Lowercase_Letter"],
    ["M", "Mark", "Combining_Mark"],
    ["Sm", "Math_Symbol"],
    ["Lm", "Modifier_Letter"],
    ["Sk", "Modifier_Symbol"],
    ["Mn", "Nonspacing_Mark"],
    ["N", "Number"],
    ["Ps", "Open_Punctuation"],
    ["C", "Other"],
    ["Lo", "Other_Letter"],
    ["No", "Other_Number"],
    ["Po", "Other_Punctuation"],
    ["So", "Other_Symbol"],
    ["Zp", "Paragraph_Separator"],
    ["Co", "Private_Use"],
    ["P", "Punctuation", "punct"],
    ["Z", "Separator"],
    ["Zs", "Space_Separator"],
    ["Mc", "Spacing_Mark"],
    ["Cs", "Surrogate"],
    ["S", "Symbol"],
    ["Lt", "Titlecase_Letter"],
    ["Cn", "Unassigned"],
    ["Lu", "Uppercase_Letter"],
  ]
}
