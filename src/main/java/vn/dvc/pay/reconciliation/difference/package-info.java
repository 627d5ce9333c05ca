/** Differences, each stored once, their cases and the decisions about them. */
@NullMarked
package vn.dvc.pay.reconciliation.difference;

import org.jspecify.annotations.NullMarked;
