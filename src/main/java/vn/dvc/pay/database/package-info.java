/** The ground: how long anybody waits for the database. */
@org.springframework.modulith.ApplicationModule(
    displayName = "database",
    allowedDependencies = {})
package vn.dvc.pay.database;
