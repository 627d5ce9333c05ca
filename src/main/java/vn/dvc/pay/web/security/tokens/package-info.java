/** Who may call our API: the portal, by tokens in production and by password in a demonstration. */
@NullMarked
package vn.dvc.pay.web.security.tokens;

import org.jspecify.annotations.NullMarked;
