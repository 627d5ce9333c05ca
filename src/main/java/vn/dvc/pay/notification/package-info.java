/** Events for the portal: the outbox, its delivery, and the cases of undelivered events. */
@org.springframework.modulith.ApplicationModule(
    displayName = "notification",
    allowedDependencies = {"cases", "portal", "engine", "time", "values"})
package vn.dvc.pay.notification;
