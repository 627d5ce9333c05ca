/** The banks that we call, and what is the same for all of them. */
@NullMarked
package vn.dvc.pay.bank.settings;

import org.jspecify.annotations.NullMarked;
