/** The public-service portal: profiles in, webhooks out. */
@org.springframework.modulith.ApplicationModule(
    displayName = "portal",
    allowedDependencies = {"engine", "keys", "values"})
package vn.dvc.pay.portal;
