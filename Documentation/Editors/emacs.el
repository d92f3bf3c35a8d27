;;; metrolint in Emacs 29 and later, or in Emacs 28 with the package eglot.  -*- lexical-binding: t -*-
;; Put this into init.el.

(require 'eglot)

;; Emacs 29 has yaml-ts-mode, and the package yaml-mode is another way to edit YAML.  Without either, text will do.
(unless (fboundp 'yaml-mode)
  (define-derived-mode yaml-mode text-mode "YAML" "Edit YAML as text."))
(add-to-list 'auto-mode-alist '("\\.ya?ml\\'" . yaml-mode))

;; One server for each data set: the folder of the nearest .metrolint.yaml is the project.
(defun metrolint-project (folder)
  "The data set that FOLDER is in, as a project."
  (let ((root (locate-dominating-file folder ".metrolint.yaml")))
    (and root (cons 'transient (expand-file-name root)))))
(add-hook 'project-find-functions #'metrolint-project)

(add-to-list 'eglot-server-programs '(yaml-mode . ("metrolint" "lsp")))
(when (fboundp 'yaml-ts-mode)
  (add-to-list 'eglot-server-programs '(yaml-ts-mode . ("metrolint" "lsp")))
  (add-hook 'yaml-ts-mode-hook #'eglot-ensure))
(add-hook 'yaml-mode-hook #'eglot-ensure)
