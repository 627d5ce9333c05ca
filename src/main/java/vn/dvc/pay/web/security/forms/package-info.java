/** Forms that come from another site, or after the session that they belong to. */
@NullMarked
package vn.dvc.pay.web.security.forms;

import org.jspecify.annotations.NullMarked;
