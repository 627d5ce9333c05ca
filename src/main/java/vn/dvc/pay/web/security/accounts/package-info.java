/** Who may sign in, and what staff may open. */
@NullMarked
package vn.dvc.pay.web.security.accounts;

import org.jspecify.annotations.NullMarked;
