/** Small types for what must not be confused, and the one kind of refusal. */
@org.springframework.modulith.ApplicationModule(
    displayName = "values",
    allowedDependencies = {})
package vn.dvc.pay.values;
