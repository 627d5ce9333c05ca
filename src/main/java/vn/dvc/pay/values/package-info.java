/**
 * Small types for values that must not be confused, and the exception for refused requests. What
 * lies in the packages below, text and cards, is for everybody, too.
 */
@NullMarked
@org.springframework.modulith.ApplicationModule(
    displayName = "values",
    type = org.springframework.modulith.ApplicationModule.Type.OPEN,
    allowedDependencies = {})
package vn.dvc.pay.values;

import org.jspecify.annotations.NullMarked;
