import Foundation
import Testing

/// What each shell itself offers for a line that is being typed. The line ends where the cursor is.
@Suite("Completions, in the shells themselves")
struct CompletionTests {
  /// A line with what is offered for its last word, sorted.
  struct Case: Sendable, CustomTestStringConvertible {
    let line: String
    let offers: [String]

    var testDescription: String { line }
  }

  static let cases = [
    Case(line: "metrolint co", offers: ["completions"]),
    Case(line: "metrolint completions ", offers: ["bash", "fish", "zsh"]),
    Case(line: "metrolint completions z", offers: ["zsh"]),
    Case(line: "metrolint query --na", offers: ["--names"]),
    Case(line: "metrolint parse a", offers: ["a.yaml"]),
    Case(line: "metrolint parse --tree b", offers: ["b c.yaml"]),
  ]

  private func sandbox() throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.write("", to: "a.yaml")
    try sandbox.write("", to: "b c.yaml")
    return sandbox
  }

  @Test("bash", .enabled(if: isWanted("bash")), arguments: cases)
  func bash(_ sample: Case) throws {
    let sandbox = try sandbox()
    // What readline does with the answer: where there is none, files are offered.
    try sandbox.write(
      """
      source <(metrolint completions bash)
      line=$1
      COMP_WORDS=($line)
      [[ $line == *' ' ]] && COMP_WORDS+=('')
      COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
      _metrolint metrolint "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
      if ((${#COMPREPLY[@]})); then printf '%s\\n' "${COMPREPLY[@]}"; else compgen -f -- "${COMP_WORDS[COMP_CWORD]}"; fi
      """, to: "complete.bash")
    let outcome = try sandbox.run("bash --norc complete.bash '\(sample.line)'")
    #expect(lines(outcome.outputText) == sample.offers)
    #expect(outcome.errorText == "")
  }

  @Test("fish", .enabled(if: isWanted("fish")), arguments: cases)
  func fish(_ sample: Case) throws {
    let sandbox = try sandbox()
    let outcome = try sandbox.run(
      "metrolint completions fish > c.fish; fish --no-config -c 'source c.fish; complete -C \"\(sample.line)\"'"
    )
    let offers = lines(outcome.outputText).map { String($0.prefix { $0 != "\t" }) }
    #expect(offers == sample.offers)
    #expect(outcome.errorText == "")
  }

  @Test("zsh", .enabled(if: isWanted("zsh")), arguments: cases)
  func zsh(_ sample: Case) throws {
    let sandbox = try sandbox()
    // Completion works in an interactive shell only, so one is typed into. What is offered is printed where the
    // completion system hands it to the line editor.
    try sandbox.write(
      #"""
      zmodload zsh/zpty
      zpty shell zsh -f -i
      zpty -w shell 'PS1=; PS2=; fpath=($PWD $fpath); autoload -Uz compinit; compinit -D -u'
      zpty -w shell 'setopt no_list_beep; zstyle ":completion:*" completer _complete'
      zpty -w shell 'compadd() {
        local -a offers
        if [[ "$*" != *" -O "* && "$1" != -[OAD] ]]; then
          builtin compadd -O offers "$@"; print -rl -- "OFFER:"$^offers
        fi
        builtin compadd "$@"
      }'
      # Typed before the line editor has the terminal, a line could be lost: it says itself when it begins. And the end
      # is a key of its own, since those that kill a line also do so in the terminal's queue.
      zpty -w shell 'finish() { print; print DO""NE }; zle -N finish; bindkey "^T" finish'
      zpty -w shell 'zle-line-init() { print REA""DY }; zle -N zle-line-init'
      zpty -r -m shell text '*READY*'
      zpty -n -w shell "$1"$'\t\C-t'
      zpty -r -m shell text '*DONE*'
      print -r -- "$text" | tr -d '\r\\' | sed -n 's/.*OFFER://p' | sort -u
      """#, to: "complete.zsh")
    let outcome = try sandbox.run(
      "metrolint completions zsh > _metrolint; zsh -f complete.zsh '\(sample.line)'")
    #expect(lines(outcome.outputText) == sample.offers)
    #expect(outcome.errorText == "")
  }

  private func lines(_ text: String) -> [String] {
    text.split(separator: "\n").map(String.init).sorted()
  }
}
