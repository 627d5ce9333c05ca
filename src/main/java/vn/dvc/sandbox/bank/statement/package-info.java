/** Daily statements as camt.053 files. */
@NullMarked
package vn.dvc.sandbox.bank.statement;

import org.jspecify.annotations.NullMarked;
