/** The ground: database time, retry schedules, work that is due. */
@org.springframework.modulith.ApplicationModule(
    displayName = "time",
    allowedDependencies = {})
package vn.dvc.pay.time;
