/** The start of a registration: the rules for applications and the approvals needed. */
@NullMarked
package vn.dvc.pay.registration.intake;

import org.jspecify.annotations.NullMarked;
