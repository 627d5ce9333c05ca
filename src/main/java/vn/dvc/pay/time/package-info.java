/** Database time, retry schedules, and processing of due work. */
@org.springframework.modulith.ApplicationModule(
    displayName = "time",
    allowedDependencies = {})
package vn.dvc.pay.time;
