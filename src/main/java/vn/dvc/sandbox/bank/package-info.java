/** What the simulated banks have in common: their words and calls. */
@NullMarked
package vn.dvc.sandbox.bank;

import org.jspecify.annotations.NullMarked;
