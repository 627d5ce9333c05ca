/** Traces across requests, steps, calls of banks and events: where somebody collects them. */
@NullMarked
@org.springframework.modulith.ApplicationModule(
    displayName = "tracing",
    allowedDependencies = {})
package vn.dvc.pay.tracing;

import org.jspecify.annotations.NullMarked;
