/** What a person must decide: evidence, decision, second person. */
@org.springframework.modulith.ApplicationModule(
    displayName = "cases",
    allowedDependencies = {"engine", "values"})
package vn.dvc.pay.cases;
