/** The processes of a registration: the messages sent to them and the steps they call. */
@NullMarked
package vn.dvc.pay.registration.process;

import org.jspecify.annotations.NullMarked;
