/** Finds out who is to be told of what. */
@NullMarked
package vn.dvc.pay.mailing.intake;

import org.jspecify.annotations.NullMarked;
