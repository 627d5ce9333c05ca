/** The public-service portal: reads profiles and delivers webhooks. */
@NullMarked
@org.springframework.modulith.ApplicationModule(
    displayName = "portal",
    allowedDependencies = {"engine", "http", "keys", "values"})
package vn.dvc.pay.portal;

import org.jspecify.annotations.NullMarked;
