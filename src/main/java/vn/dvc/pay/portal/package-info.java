/** The public-service portal: reads profiles and delivers webhooks. */
@org.springframework.modulith.ApplicationModule(
    displayName = "portal",
    allowedDependencies = {"engine", "keys", "values"})
package vn.dvc.pay.portal;
