/**
 * The providers at which people sign in: configured, discovered, and how what they sign is
 * verified.
 */
@NullMarked
package vn.dvc.pay.web.security.openid.provider;

import org.jspecify.annotations.NullMarked;
