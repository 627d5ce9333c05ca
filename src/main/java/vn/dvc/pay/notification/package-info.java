/** Events for the portal: the outbox, its delivery, and the cases of undelivered events. */
@NullMarked
@org.springframework.modulith.ApplicationModule(
    displayName = "notification",
    allowedDependencies = {"cases", "portal", "engine", "time", "tracing", "values"})
package vn.dvc.pay.notification;

import org.jspecify.annotations.NullMarked;
