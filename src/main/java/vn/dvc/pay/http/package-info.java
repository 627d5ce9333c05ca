/** Outgoing HTTP: every exchange has a limit for its whole duration and for the answer's size. */
@NullMarked
@org.springframework.modulith.ApplicationModule(
    displayName = "http",
    allowedDependencies = {})
package vn.dvc.pay.http;

import org.jspecify.annotations.NullMarked;
