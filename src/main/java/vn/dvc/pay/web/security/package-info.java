/** Who may come in by which door: payers, the portal, staff, the engine's own web applications. */
package vn.dvc.pay.web.security;
