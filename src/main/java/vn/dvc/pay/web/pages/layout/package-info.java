/** What all pages for payers share: sign-in, language, refusals and formatting. */
@NullMarked
package vn.dvc.pay.web.pages.layout;

import org.jspecify.annotations.NullMarked;
