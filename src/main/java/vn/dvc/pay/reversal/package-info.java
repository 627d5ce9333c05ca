/** Returns money to whom it came from. */
@NullMarked
@org.springframework.modulith.ApplicationModule(
    displayName = "reversal",
    allowedDependencies = {"clarification", "cases", "bank", "engine", "time", "values"})
package vn.dvc.pay.reversal;

import org.jspecify.annotations.NullMarked;
