;;; Drives the server by eglot: opens an activity of the set in the current folder, breaks a code, completes, jumps,
;;; renames, fixes. Says what it saw, a line each; the test compares them.  -*- lexical-binding: t -*-

(require 'cl-lib)
(require 'jsonrpc)

(defvar client-buffer nil "The buffer of the activity.")

(defun client-say (&rest words)
  "Print WORDS as a line."
  (princ (concat (mapconcat (lambda (word) (format "%s" word)) words " ") "\n")))

(defvar client-patience 300 "Seconds. Only a failure costs them, and a busy machine takes long.")

(defun client-wait (what condition)
  "Wait until CONDITION gives something; else fail for want of WHAT."
  (let ((end (+ (float-time) client-patience)) found)
    (while (not (or (setq found (funcall condition)) (> (float-time) end)))
      (accept-process-output nil 0.05))
    (unless found
      (client-say "failed:" what)
      (kill-emacs 1))
    found))

(defun client-diagnostics ()
  "What Flymake shows now."
  (with-current-buffer client-buffer
    (flymake-start)
    (flymake-diagnostics)))

(defun client-replace (old new)
  "Put NEW in the place of OLD in the activity, and tell the server."
  (set-buffer client-buffer)
  (goto-char (point-min))
  (let ((case-fold-search nil)) (search-forward old))
  (replace-match new t t)
  (eglot--signal-textDocument/didChange))

(defun client-put-cursor-on (text)
  "Put point on TEXT."
  (set-buffer client-buffer)
  (goto-char (point-min))
  (search-forward text)
  (goto-char (match-beginning 0)))

(defun client-code ()
  "The code in the activity."
  (with-current-buffer client-buffer
    (goto-char (point-min))
    (let ((case-fold-search nil)) (re-search-forward "[lL]1[aA]2[dD][0-9]+"))
    (match-string 0)))

(setq eglot-connect-timeout client-patience
      eglot-sync-connect t
      jrpc-default-request-timeout client-patience
      eglot-confirm-server-initiated-edits nil
      eglot-extend-to-xref nil
      xref-prompt-for-identifier nil
      make-backup-files nil)

(setq client-buffer (find-file-noselect "activities/2021-03-09-sao-paulo.yaml"))
(set-buffer client-buffer)
;; Without a command loop nothing starts by itself.
(unless (eglot-managed-p) (apply #'eglot--connect (eglot--guess-contact)))
(client-wait "no client" (lambda () (with-current-buffer client-buffer (eglot-managed-p))))

;; A code that the plan does not have.
(client-replace "L1A2D3" "L1A2D9")
(dolist (found (client-wait "no diagnostic" #'client-diagnostics))
  (client-say "diagnostic" (buffer-substring-no-properties (flymake-diagnostic-beg found) (flymake-diagnostic-end found))
              (flymake-diagnostic-text found)))

;; Completion while the code is being typed.
(client-replace "L1A2D9" "L1A2D")
(pcase-let ((`(,start ,end ,table . ,_) (eglot-completion-at-point)))
  (dolist (item (all-completions (buffer-substring-no-properties start end) table))
    (client-say "complete" (substring-no-properties item))))
(client-replace "L1A2D" "L1A2D3")
(client-wait "the diagnostic stays" (lambda () (not (client-diagnostics))))
(client-say "cleared")

;; To the plan.
(client-put-cursor-on "L1A2D3")
(let ((place (xref-item-location (car (xref-backend-definitions 'eglot "LSP identifier at point.")))))
  (with-current-buffer (marker-buffer (xref-location-marker place))
    (goto-char (xref-location-marker place))
    (client-say "definition" (file-name-nondirectory buffer-file-name) (buffer-substring-no-properties (point) (+ (point) 6)))))

;; Another name everywhere, and one that is taken.
(client-put-cursor-on "L1A2D3")
(condition-case refusal
    (eglot-rename "L1A1D1")
  (error (client-say "refused" (alist-get 'jsonrpc-error-message (cddr refusal)))))
(client-put-cursor-on "L1A2D3")
;; Somebody at the keyboard would say yes to edits of several files.
(cl-letf (((symbol-function 'y-or-n-p) (lambda (&rest _) t)))
  (eglot-rename "L1A2D99"))
(dolist (buffer (buffer-list))
  (with-current-buffer buffer (when (eglot-managed-p) (eglot--signal-textDocument/didChange))))
(client-say "rename" (client-code))
(client-wait "the name is unknown" (lambda () (not (client-diagnostics))))

;; A spelling that has one right answer.
(client-replace "L1A2D99" "l1a2d99")
(client-wait "no diagnostic of the spelling" #'client-diagnostics)
(client-put-cursor-on "l1a2d99")
;; Somebody at the keyboard, not with a mouse, would take the first.
(cl-letf (((symbol-function 'completing-read)
           (lambda (_prompt choices &rest _) (caar choices)))
          (last-nonmenu-event ?a))
  (eglot-code-actions (point) (1+ (point)) "quickfix" t))
(client-say "fix" (client-code))

(dolist (buffer (buffer-list)) (with-current-buffer buffer (set-buffer-modified-p nil)))
(eglot-shutdown (with-current-buffer client-buffer (eglot-current-server)) nil client-patience)
