/** Contract bank-v1: translates requests into its format and reads answers strictly. */
@NullMarked
package vn.dvc.pay.bank.contract;

import org.jspecify.annotations.NullMarked;
