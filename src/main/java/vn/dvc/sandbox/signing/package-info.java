/** Keys, signatures and their verification, written independently of DVC Pay. */
@NullMarked
package vn.dvc.sandbox.signing;

import org.jspecify.annotations.NullMarked;
