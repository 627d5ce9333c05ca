/**
 * The simulated OpenID provider, at which payers and staff sign in and the portal gets its tokens.
 */
@NullMarked
package vn.dvc.sandbox.identity;

import org.jspecify.annotations.NullMarked;
