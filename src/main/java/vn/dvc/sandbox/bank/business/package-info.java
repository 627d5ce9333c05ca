/** How calls are decided, one line of business at a time. */
@NullMarked
package vn.dvc.sandbox.bank.business;

import org.jspecify.annotations.NullMarked;
