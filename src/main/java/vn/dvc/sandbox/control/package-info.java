/** The pages and calls by which a tester plays bank and cashier. */
@NullMarked
package vn.dvc.sandbox.control;

import org.jspecify.annotations.NullMarked;
