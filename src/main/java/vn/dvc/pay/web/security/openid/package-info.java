/**
 * Sign-in and sign-out by OpenID Connect: of payers at the portal's provider, of staff at the
 * authority's.
 */
@NullMarked
package vn.dvc.pay.web.security.openid;

import org.jspecify.annotations.NullMarked;
