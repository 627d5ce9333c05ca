/** How the banks are doing. */
@NullMarked
package vn.dvc.pay.bank.watch;

import org.jspecify.annotations.NullMarked;
