/** The process engine. No other module knows org.camunda. */
@org.springframework.modulith.ApplicationModule(
    displayName = "engine",
    allowedDependencies = {"time", "values"})
package vn.dvc.pay.engine;
