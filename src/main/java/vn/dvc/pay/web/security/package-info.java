/**
 * Access control per audience: payers, the portal, banks, staff, and the engine's own web
 * applications.
 */
package vn.dvc.pay.web.security;
