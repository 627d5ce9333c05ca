/** The tokens with which the portal calls our API in production. */
@NullMarked
package vn.dvc.pay.web.security.tokens;

import org.jspecify.annotations.NullMarked;
