import Findings
import RuleEngine
import SourceText

// The form of what is said of a file: findings, notes of what was not checked, comments that hide findings.

extension Finding {
  /// Writes the finding but for its path, which is that of the file it is kept with.
  func encode(_ writer: inout ByteWriter) {
    writer.append(rule.rawValue)
    writer.append(severity.number)
    writer.append(message)
    range.encode(&writer)
    writer.append(pointer)
    writer.append(document)
    writer.append(optional: record) { $0.append($1) }
    writer.append(optional: value) { $0.append($1) }
    writer.append(list: suggestions) { writer, suggestion in
      writer.append(suggestion.value)
      writer.append(optional: suggestion.label) { $0.append($1) }
    }
    writer.append(optional: help) { $0.append($1) }
    writer.append(list: related) { writer, place in
      writer.append(place.path)
      place.range.encode(&writer)
      writer.append(place.message)
    }
    writer.append(list: fixes) { writer, fix in
      writer.append(fix.title)
      writer.append(fix.isSafe ? 1 : 0 as UInt8)
      writer.append(list: fix.edits) { writer, edit in
        writer.append(edit.path)
        edit.edit.range.encode(&writer)
        writer.append(edit.edit.text)
      }
    }
    writer.append(list: basis) { $1.encode(&$0) }
    writer.append(fingerprint)
    writer.append(list: formerFingerprints) { $0.append($1) }
  }

  /// A finding about the file at `path`, as `encode` wrote it.
  init?(_ reader: inout ByteReader, path: String) {
    guard let rule = reader.string(), let severity = reader.byte().flatMap({ Severity(number: $0) }),
      let message = reader.string(), let range = ByteRange(&reader), let pointer = reader.string(),
      let document = reader.short(), let record = reader.optional({ $0.string() }),
      let value = reader.optional({ $0.string() }), let suggestions = reader.list({ Suggestion(&$0) }),
      let help = reader.optional({ $0.string() }), let related = reader.list({ RelatedPlace(&$0) }),
      let fixes = reader.list({ Fix(&$0) }), let basis = reader.list({ ByteRange(&$0) }),
      let fingerprint = reader.string(),
      let formerFingerprints = reader.list({ $0.string() })
    else { return nil }
    self.init(
      rule: RuleID(rawValue: rule), severity: severity, message: message, path: path, range: range,
      pointer: pointer, document: Int(document), record: record, value: value, suggestions: suggestions,
      help: help,
      related: related, fixes: fixes, fingerprint: fingerprint)
    self.basis = basis
    self.formerFingerprints = formerFingerprints
  }
}

extension Severity {
  fileprivate var number: UInt8 {
    switch self {
    case .info: 0
    case .warning: 1
    case .error: 2
    }
  }

  fileprivate init?(number: UInt8) {
    guard let severity = Severity.allCases.first(where: { $0.number == number }) else { return nil }
    self = severity
  }
}

extension ByteRange {
  fileprivate func encode(_ writer: inout ByteWriter) {
    writer.append(start)
    writer.append(count)
  }

  fileprivate init?(_ reader: inout ByteReader) {
    guard let start = reader.short(), let count = reader.short() else { return nil }
    self.init(Int(start), Int(start) + Int(count))
  }
}

extension Suggestion {
  fileprivate init?(_ reader: inout ByteReader) {
    guard let value = reader.string(), let label = reader.optional({ $0.string() }) else { return nil }
    self.init(value, label: label)
  }
}

extension RelatedPlace {
  fileprivate init?(_ reader: inout ByteReader) {
    guard let path = reader.string(), let range = ByteRange(&reader), let message = reader.string() else {
      return nil
    }
    self.init(path: path, range: range, message: message)
  }
}

extension Fix {
  fileprivate init?(_ reader: inout ByteReader) {
    guard let title = reader.string(), let isSafe = reader.flag(),
      let edits = reader.list({ FileEdit(&$0) })
    else { return nil }
    self.init(title: title, isSafe: isSafe, edits: edits)
  }
}

extension FileEdit {
  fileprivate init?(_ reader: inout ByteReader) {
    guard let path = reader.string(), let range = ByteRange(&reader), let text = reader.string() else {
      return nil
    }
    self.init(path: path, edit: TextEdit(range: range, text: text))
  }
}

extension NotChecked {
  /// Writes the note but for its path.
  func encode(_ writer: inout ByteWriter) {
    writer.append(rule.rawValue)
    writer.append(reason)
  }

  /// A note about the file at `path`, as `encode` wrote it.
  init?(_ reader: inout ByteReader, path: String) {
    guard let rule = reader.string(), let reason = reader.string() else { return nil }
    self.init(rule: RuleID(rawValue: rule), path: path, reason: reason)
  }
}

extension Suppressions {
  /// Writes the comments.
  func encode(_ writer: inout ByteWriter) {
    writer.append(list: all) { writer, suppression in
      writer.append(suppression.scope.rawValue)
      writer.append(suppression.line)
      writer.append(list: suppression.rules) { writer, rule in
        writer.append(rule.id.rawValue)
        rule.range.encode(&writer)
      }
      writer.append(optional: suppression.reason) { $0.append($1) }
      suppression.range.encode(&writer)
    }
    writer.append(list: mistakes) { writer, mistake in
      writer.append(mistake.kind.rawValue)
      mistake.range.encode(&writer)
      writer.append(mistake.word)
    }
  }

  /// Comments as `encode` wrote them.
  init?(_ reader: inout ByteReader) {
    guard let all = reader.list({ Suppression(&$0) }),
      let mistakes = reader.list({ SuppressionMistake(&$0) })
    else { return nil }
    self.init(all, mistakes)
  }
}

extension Suppression {
  fileprivate init?(_ reader: inout ByteReader) {
    guard let scope = reader.string().flatMap(Scope.init(rawValue:)), let line = reader.short(),
      let rules = reader.list({ NamedRule(&$0) }), let reason = reader.optional({ $0.string() }),
      let range = ByteRange(&reader)
    else { return nil }
    self.init(scope: scope, line: Int(line), rules: rules, reason: reason, range: range)
  }
}

extension Suppression.NamedRule {
  fileprivate init?(_ reader: inout ByteReader) {
    guard let id = reader.string(), let range = ByteRange(&reader) else { return nil }
    self.init(id: RuleID(rawValue: id), range: range)
  }
}

extension SuppressionMistake {
  fileprivate init?(_ reader: inout ByteReader) {
    guard let kind = reader.byte().flatMap(Kind.init(rawValue:)), let range = ByteRange(&reader),
      let word = reader.string()
    else { return nil }
    self.init(kind: kind, range: range, word: word)
  }
}
