/// Unicode's binary properties by the names ECMA-262 gives them.
enum BinaryProperty {
  /// PCRE2's name for each name ECMA-262 takes: tables "Binary Unicode property aliases" and "Unicode
  /// property aliases".
  static let pcreNames = PropertyNames(aliases: ecmascriptAliases)

  /// The properties of strings, which need the `v` flag.
  static let ofStrings = PropertyNames([
    "Basic_Emoji", "Emoji_Keycap_Sequence", "RGI_Emoji", "RGI_Emoji_Flag_Sequence",
    "RGI_Emoji_Modifier_Sequence", "RGI_Emoji_Tag_Sequence", "RGI_Emoji_ZWJ_Sequence",
  ])

  private static let ecmascriptAliases: [[String]] = [
    ["ASCII"],
    ["ASCII_Hex_Digit", "AHex"],
    ["Alphabetic", "Alpha"],
    ["Any"],
    ["Bidi_Control", "Bidi_C"],
    ["Bidi_Mirrored", "Bidi_M"],
    ["Case_Ignorable", "CI"],
    ["Cased"],
    ["Changes_When_Casefolded", "CWCF"],
    ["Changes_When_Casemapped", "CWCM"],
    ["Changes_When_Lowercased", "CWL"],
    ["Changes_When_NFKC_Casefolded", "CWKCF"],
    ["Changes_When_Titlecased", "CWT"],
    ["Changes_When_Uppercased", "CWU"],
    ["Dash"],
    ["Default_Ignorable_Code_Point", "DI"],
    ["Deprecated", "Dep"],
    ["Diacritic", "Dia"],
    ["Emoji"],
    ["Emoji_Component", "EComp"],
    ["Emoji_Modifier", "EMod"],
    ["Emoji_Modifier_Base", "EBase"],
    ["Emoji_Presentation", "EPres"],
    ["Extended_Pictographic", "ExtPict"],
    ["Extender", "Ext"],
    ["Grapheme_Base", "Gr_Base"],
    ["Grapheme_Extend", "Gr_Ext"],
    ["Hex_Digit", "Hex"],
    ["IDS_Binary_Operator", "IDSB"],
    ["IDS_Trinary_Operator", "IDST"],
    ["ID_Continue", "IDC"],
    ["ID_Start", "IDS"],
    ["Ideographic", "Ideo"],
    ["Join_Control", "Join_C"],
    ["Logical_Order_Exception", "LOE"],
    ["Lowercase", "Lower"],
    ["Math"],
    ["Noncharacter_Code_Point", "NChar"],
    ["Pattern_Syntax", "Pat_Syn"],
    ["Pattern_White_Space", "Pat_WS"],
    ["Quotation_Mark", "QMark"],
    ["Radical"],
    ["Regional_Indicator", "RI"],
    ["Sentence_Terminal", "STerm"],
    ["Soft_Dotted", "SD"],
    ["Terminal_Punctuation", "Term"],
    ["Unified_Ideograph", "UIdeo"],
    ["Uppercase", "Upper"],
    ["Variation_Selector", "VS"],
    ["White_Space", "space"],
    ["XID_Continue", "XIDC"],
    ["XID_Start", "XIDS"],
  ]
}
