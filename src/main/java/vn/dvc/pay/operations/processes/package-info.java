/** All running processes on the pictures of their models. */
@NullMarked
package vn.dvc.pay.operations.processes;

import org.jspecify.annotations.NullMarked;
