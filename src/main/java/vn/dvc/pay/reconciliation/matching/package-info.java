/** Classifies a statement's lines by comparing them with our records. */
@NullMarked
package vn.dvc.pay.reconciliation.matching;

import org.jspecify.annotations.NullMarked;
