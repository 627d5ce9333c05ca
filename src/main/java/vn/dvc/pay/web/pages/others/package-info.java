/** Paying for somebody else. */
@NullMarked
package vn.dvc.pay.web.pages.others;

import org.jspecify.annotations.NullMarked;
