/** The process engine. No other module knows org.camunda. */
@NullMarked
@org.springframework.modulith.ApplicationModule(
    displayName = "engine",
    allowedDependencies = {"time", "tracing", "values"})
package vn.dvc.pay.engine;

import org.jspecify.annotations.NullMarked;
