/** What an incoming request may cost before it is known who sent it. */
@NullMarked
package vn.dvc.pay.web.limits;

import org.jspecify.annotations.NullMarked;
