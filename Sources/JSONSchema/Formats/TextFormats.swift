extension TextFormat {
  /// Every format, sorted by name.
  static let all: [TextFormat] = [
    .date,
    .dateTime,
    .duration,
    .email,
    .hostname,
    .idnEmail,
    .idnHostname,
    .ipv4,
    .ipv6,
    .iri,
    .iriReference,
    .jsonPointer,
    .regex,
    .relativeJSONPointer,
    .time,
    .uri,
    .uriReference,
    .uriTemplate,
    .uuid,
  ]
}
