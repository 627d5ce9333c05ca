/**
 * The payer's pages: what holds for all of them lies here, each kind of page in a package below.
 */
@NullMarked
package vn.dvc.pay.web.pages;

import org.jspecify.annotations.NullMarked;
