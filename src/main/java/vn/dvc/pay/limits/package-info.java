/**
 * How often something may be tried that an attacker would try often: cards, codes, account numbers.
 */
@NullMarked
@org.springframework.modulith.ApplicationModule(
    displayName = "limits",
    allowedDependencies = {"engine", "engine :: signin", "keys", "time", "values"})
package vn.dvc.pay.limits;

import org.jspecify.annotations.NullMarked;
