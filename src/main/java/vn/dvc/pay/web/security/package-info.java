/**
 * Access control per audience: payers, the portal, banks, staff, and the engine's own web
 * applications.
 */
@NullMarked
package vn.dvc.pay.web.security;

import org.jspecify.annotations.NullMarked;
