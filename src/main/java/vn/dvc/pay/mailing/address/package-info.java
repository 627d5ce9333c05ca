/** The addresses at which payers want to be told. */
@NullMarked
package vn.dvc.pay.mailing.address;

import org.jspecify.annotations.NullMarked;
