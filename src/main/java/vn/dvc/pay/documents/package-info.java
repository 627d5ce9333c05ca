/** Documents that are printed, signed or kept, made from templates under reports/. */
@org.springframework.modulith.ApplicationModule(
    displayName = "documents",
    allowedDependencies = {"engine", "time", "values"})
package vn.dvc.pay.documents;
