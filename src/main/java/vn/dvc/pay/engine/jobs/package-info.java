/** How jobs are acquired and how their failures are recorded. */
package vn.dvc.pay.engine.jobs;
