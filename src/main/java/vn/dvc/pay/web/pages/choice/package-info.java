/** The payer's dossiers, and choosing how to pay them. */
@NullMarked
package vn.dvc.pay.web.pages.choice;

import org.jspecify.annotations.NullMarked;
