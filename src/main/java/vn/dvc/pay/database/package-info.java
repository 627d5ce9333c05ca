/** Database time-outs: how long anything may wait for the database. */
@NullMarked
@org.springframework.modulith.ApplicationModule(
    displayName = "database",
    allowedDependencies = {})
package vn.dvc.pay.database;

import org.jspecify.annotations.NullMarked;
