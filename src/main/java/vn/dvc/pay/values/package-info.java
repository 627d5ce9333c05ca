/** Small types for values that must not be confused, and the exception for refused requests. */
@NullMarked
@org.springframework.modulith.ApplicationModule(
    displayName = "values",
    allowedDependencies = {})
package vn.dvc.pay.values;

import org.jspecify.annotations.NullMarked;
