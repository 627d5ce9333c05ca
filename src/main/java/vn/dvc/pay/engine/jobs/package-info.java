/** How jobs are acquired and how their failures are recorded. */
@NullMarked
package vn.dvc.pay.engine.jobs;

import org.jspecify.annotations.NullMarked;
