/** How long anything may wait for the database, and what the application may not change in it. */
@NullMarked
@org.springframework.modulith.ApplicationModule(
    displayName = "database",
    allowedDependencies = {})
package vn.dvc.pay.database;

import org.jspecify.annotations.NullMarked;
