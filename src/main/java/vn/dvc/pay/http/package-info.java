/** Outgoing HTTP: every exchange has a limit for its whole duration and for the answer's size. */
@org.springframework.modulith.ApplicationModule(
    displayName = "http",
    allowedDependencies = {})
package vn.dvc.pay.http;
