/**
 * Sign-in at a provider: of payers at the portal's, of staff at the authority's, and who they are.
 */
@NullMarked
package vn.dvc.pay.web.security.openid.signin;

import org.jspecify.annotations.NullMarked;
