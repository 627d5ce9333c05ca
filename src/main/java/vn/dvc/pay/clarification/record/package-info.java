/** Stores which attempts are being clarified, and when the bank is next asked. */
@NullMarked
package vn.dvc.pay.clarification.record;

import org.jspecify.annotations.NullMarked;
