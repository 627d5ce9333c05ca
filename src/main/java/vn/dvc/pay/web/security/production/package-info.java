/** What production refuses, as far as settings alone can tell. */
@NullMarked
package vn.dvc.pay.web.security.production;

import org.jspecify.annotations.NullMarked;
