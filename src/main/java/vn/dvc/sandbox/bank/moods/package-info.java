/** How a bank misbehaves: for one call, or by habit. */
@NullMarked
package vn.dvc.sandbox.bank.moods;

import org.jspecify.annotations.NullMarked;
