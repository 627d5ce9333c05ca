/** Signed messages from the banks to DVC Pay. */
@NullMarked
package vn.dvc.sandbox.bank.post;

import org.jspecify.annotations.NullMarked;
