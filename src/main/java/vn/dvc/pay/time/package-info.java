/** Database time, retry schedules, and processing of due work. */
@NullMarked
@org.springframework.modulith.ApplicationModule(
    displayName = "time",
    allowedDependencies = {})
package vn.dvc.pay.time;

import org.jspecify.annotations.NullMarked;
