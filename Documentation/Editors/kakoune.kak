# metrolint in Kakoune with kakoune-lsp 17 and later: put this into kakrc.

eval %sh{kak-lsp}

hook global WinSetOption filetype=yaml %{
  set-option buffer lsp_servers %{
    [metrolint]
    root_globs = [".metrolint.yaml"]
    command = "metrolint"
    args = ["lsp"]
  }
  lsp-enable-window
  lsp-inlay-hints-enable window
}
