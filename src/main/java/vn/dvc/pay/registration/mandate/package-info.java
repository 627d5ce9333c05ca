/** The mandate at the bank: requested, activated, ended. */
@NullMarked
package vn.dvc.pay.registration.mandate;

import org.jspecify.annotations.NullMarked;
