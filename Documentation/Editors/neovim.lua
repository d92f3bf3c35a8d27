-- metrolint in Neovim 0.7 and later, with the client that Neovim has. Put this into init.lua, or into a file of
-- its own that init.lua requires.

-- One server for each data set: the folder of the nearest .metrolint.yaml, else the folder Neovim was started in.
local function root_of(buffer)
  local folder = vim.fn.fnamemodify(vim.api.nvim_buf_get_name(buffer), ':p:h')
  local configuration = vim.fn.findfile('.metrolint.yaml', vim.fn.escape(folder, ' ') .. ';')
  if configuration == '' then return vim.fn.getcwd() end
  return vim.fn.fnamemodify(configuration, ':p:h')
end

local servers = {}

local function attach(buffer)
  local root = root_of(buffer)
  local settings = { name = 'metrolint', cmd = { 'metrolint', 'lsp' }, root_dir = root }
  if vim.lsp.start then
    vim.lsp.start(settings, { bufnr = buffer })
  else
    servers[root] = servers[root] or vim.lsp.start_client(settings)
    vim.lsp.buf_attach_client(buffer, servers[root])
  end
  -- Keys of indexes and fields with Ctrl-X Ctrl-O; K shows what a code means.
  vim.bo[buffer].omnifunc = 'v:lua.vim.lsp.omnifunc'
  local function map(key, action) vim.keymap.set('n', key, action, { buffer = buffer }) end
  map('K', vim.lsp.buf.hover)
  map('gd', vim.lsp.buf.definition)
  map('gr', vim.lsp.buf.references)
  map('<leader>r', vim.lsp.buf.rename)
  map('<leader>a', vim.lsp.buf.code_action)
end

vim.api.nvim_create_autocmd('FileType', {
  pattern = 'yaml',
  callback = function(event) attach(event.buf) end,
})
