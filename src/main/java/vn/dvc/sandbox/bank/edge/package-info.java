/** The HTTP side of the simulated banks. */
@NullMarked
package vn.dvc.sandbox.bank.edge;

import org.jspecify.annotations.NullMarked;
