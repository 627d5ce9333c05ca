/**
 * Our sessions of people who signed in by OpenID Connect, which end with those at the provider and
 * end them there.
 */
@NullMarked
package vn.dvc.pay.web.security.openid;

import org.jspecify.annotations.NullMarked;
