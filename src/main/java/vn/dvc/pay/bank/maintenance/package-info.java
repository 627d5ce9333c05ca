/** Banks at which operators let nothing new start. */
@NullMarked
package vn.dvc.pay.bank.maintenance;

import org.jspecify.annotations.NullMarked;
