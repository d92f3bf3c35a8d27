-- Drives the server by Neovim's own client: opens an activity of the set in the current folder, breaks a code, completes,
-- jumps, renames, fixes. Says what it saw, a line each; the test compares them.

local path = vim.fn.getcwd() .. '/activities/2021-03-09-sao-paulo.yaml'

local function say(...) io.stdout:write(table.concat({ ... }, ' ') .. '\n') end

local function fail(what)
  say('failed:', what)
  vim.cmd('cquit 1')
end

-- Milliseconds. Only a failure costs them, and a busy machine takes long.
local patience = 300000

local function wait(what, condition)
  if not vim.wait(patience, condition, 20) then fail(what) end
end

vim.cmd('edit ' .. vim.fn.fnameescape(path))
local buffer = vim.api.nvim_get_current_buf()

local function line() return vim.api.nvim_buf_get_lines(buffer, 0, 1, true)[1] end

local function replace(old, new)
  local text = line()
  local first, last = text:find(old, 1, true)
  vim.api.nvim_buf_set_text(buffer, 0, first - 1, 0, last, { new })
end

local function put_cursor_on(text) vim.api.nvim_win_set_cursor(0, { 1, line():find(text, 1, true) - 1 }) end

local function ask(method, params)
  local answers = vim.lsp.buf_request_sync(buffer, method, params, patience)
  for _, answer in pairs(answers or {}) do
    if answer.error then return nil, answer.error.message end
    return answer.result
  end
  fail(method)
end

local function position() return vim.lsp.util.make_position_params(0, 'utf-16') end

wait('no client', function() return #vim.tbl_values(vim.lsp.buf_get_clients(buffer)) > 0 end)

-- A code that the plan does not have.
replace('L1A2D3', 'L1A2D9')
wait('no diagnostic', function() return #vim.diagnostic.get(buffer) > 0 end)
for _, found in ipairs(vim.diagnostic.get(buffer)) do
  say('diagnostic', line():sub(found.col + 1, found.end_col), found.code or found.user_data.lsp.code, found.message)
end

-- Completion while the code is being typed.
replace('L1A2D9', 'L1A2D')
vim.api.nvim_win_set_cursor(0, { 1, select(2, line():find('L1A2D', 1, true)) })
local items = vim.lsp.util.text_document_completion_list_to_complete_items(
  ask('textDocument/completion', position()), 'L1A2D')
for _, item in ipairs(items) do say('complete', item.word) end
replace('L1A2D', 'L1A2D3')
wait('the diagnostic stays', function() return #vim.diagnostic.get(buffer) == 0 end)
say('cleared')

-- To the plan and back.
put_cursor_on('L1A2D3')
vim.lsp.buf.definition()
wait('no jump', function() return vim.api.nvim_buf_get_name(0):match('plan%.yaml$') end)
local place = vim.api.nvim_win_get_cursor(0)
say('definition', vim.api.nvim_get_current_line():sub(place[2] + 1, place[2] + 6))
vim.cmd('buffer! ' .. buffer)

-- Another name everywhere, and one that is taken.
put_cursor_on('L1A2D3')
local params = position()
params.newName = 'L1A1D1'
local _, reason = ask('textDocument/rename', params)
say('refused', reason)
params.newName = 'L1A2D99'
local edit = ask('textDocument/rename', params)
vim.lsp.util.apply_workspace_edit(edit, 'utf-16')
say('rename', vim.tbl_count(edit.changes or edit.documentChanges), line():match('L1A2D%d+'))

-- A spelling that has one right answer.
replace('L1A2D99', 'l1a2d99')
-- Each buffer's edits are sent after a delay of its own. Until the server has those of the plan, the code is wrong too, but
-- has no fix.
wait('no diagnostic of the spelling', function()
  for _, found in ipairs(vim.diagnostic.get(buffer)) do
    local data = found.user_data.lsp.data
    if data and data.fixes and data.fixes[1].edits[1].newText == 'L1A2D99' then return true end
  end
end)
local range = vim.lsp.util.make_given_range_params({ 1, 0 }, { 1, #line() - 1 }, buffer, 'utf-16')
range.context = { diagnostics = {}, only = { 'quickfix' } }
for _, action in ipairs(ask('textDocument/codeAction', range)) do
  if action.isPreferred then
    vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16')
    say('fix', line():match('[lL]1[aA]2[dD]%d+'))
  end
end
vim.cmd('qall!')
