/** Documents that are printed, signed or kept, made from templates under reports/. */
@NullMarked
@org.springframework.modulith.ApplicationModule(
    displayName = "documents",
    allowedDependencies = {"engine", "time", "values"})
package vn.dvc.pay.documents;

import org.jspecify.annotations.NullMarked;
