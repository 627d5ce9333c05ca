/** The ground: the process engine. Nothing outside this room knows org.camunda. */
@org.springframework.modulith.ApplicationModule(
    displayName = "engine",
    allowedDependencies = {"time", "values"})
package vn.dvc.pay.engine;
