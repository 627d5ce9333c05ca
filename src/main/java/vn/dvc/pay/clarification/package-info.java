/**
 * Unknown outcomes: the bank is asked until its answer is final, and otherwise two persons decide.
 */
@NullMarked
@org.springframework.modulith.ApplicationModule(
    displayName = "clarification",
    allowedDependencies = {"cases", "bank", "engine", "time", "values"})
package vn.dvc.pay.clarification;

import org.jspecify.annotations.NullMarked;
