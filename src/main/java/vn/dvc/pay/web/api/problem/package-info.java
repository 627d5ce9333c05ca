/** Refusals as problem+json, including whatever is rejected before a controller is reached. */
package vn.dvc.pay.web.api.problem;
