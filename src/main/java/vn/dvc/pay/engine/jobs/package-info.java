/** How jobs are acquired and how their failures are written down. */
package vn.dvc.pay.engine.jobs;
