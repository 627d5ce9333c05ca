/** The public page on which anybody proves a printed confirmation of payment. */
@NullMarked
package vn.dvc.pay.web.pages.papers;

import org.jspecify.annotations.NullMarked;
