/** Requests to banks: what we ask, how it is sent, and what the answers mean. */
@NullMarked
@org.springframework.modulith.ApplicationModule(
    displayName = "bank",
    allowedDependencies = {"engine", "http", "time", "tracing", "keys", "values"})
package vn.dvc.pay.bank;

import org.jspecify.annotations.NullMarked;
