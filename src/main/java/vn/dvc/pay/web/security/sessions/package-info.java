/** How long a session lasts, and who of the staff it belongs to. */
@NullMarked
package vn.dvc.pay.web.security.sessions;

import org.jspecify.annotations.NullMarked;
