/** Who may sign in, and what staff may open. */
package vn.dvc.pay.web.security.accounts;
