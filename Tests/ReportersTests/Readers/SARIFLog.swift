/// The parts of a SARIF 2.1.0 log that tests look at.
struct SARIFLog: Decodable {
  struct Message: Decodable {
    let text: String
  }
  struct Help: Decodable {
    let text: String
    let markdown: String
  }
  struct Rule: Decodable {
    struct Configuration: Decodable {
      let level: String
    }
    struct Properties: Decodable {
      let tags: [String]
    }
    let id: String
    let shortDescription: Message
    let fullDescription: Message
    let help: Help
    let defaultConfiguration: Configuration
    let properties: Properties
  }
  struct Driver: Decodable {
    let name: String
    let version: String
    let informationUri: String?
    let rules: [Rule]?
  }
  struct Tool: Decodable {
    let driver: Driver
  }
  struct ArtifactLocation: Decodable {
    let uri: String
    let uriBaseId: String
    let index: Int?
  }
  struct Region: Decodable, Hashable {
    let startLine: Int
    let startColumn: Int
    let endLine: Int
    let endColumn: Int
  }
  struct PhysicalLocation: Decodable {
    let artifactLocation: ArtifactLocation
    let region: Region?
  }
  struct Location: Decodable {
    let id: Int?
    let physicalLocation: PhysicalLocation
    let message: Message?
  }
  struct Suppression: Decodable, Hashable {
    let kind: String
    let justification: String?
  }
  struct Replacement: Decodable {
    let deletedRegion: Region
    let insertedContent: Message?
  }
  struct Change: Decodable {
    let artifactLocation: ArtifactLocation
    let replacements: [Replacement]
  }
  struct Fix: Decodable {
    let description: Message
    let artifactChanges: [Change]
  }
  struct Result: Decodable {
    let ruleId: String
    let ruleIndex: Int
    let level: String
    let message: Message
    let locations: [Location]
    let relatedLocations: [Location]?
    let partialFingerprints: [String: String]
    let fixes: [Fix]?
    let suppressions: [Suppression]
  }
  struct Notification: Decodable {
    let message: Message
    let level: String
  }
  struct Invocation: Decodable {
    let executionSuccessful: Bool
    let toolExecutionNotifications: [Notification]?
  }
  struct Artifact: Decodable {
    let location: ArtifactLocation
    let encoding: String?
  }
  struct Base: Decodable {
    let uri: String?
  }
  struct Run: Decodable {
    let tool: Tool
    let invocations: [Invocation]
    let originalUriBaseIds: [String: Base]
    let artifacts: [Artifact]
    let columnKind: String
    let results: [Result]
  }
  let version: String
  let runs: [Run]
}
