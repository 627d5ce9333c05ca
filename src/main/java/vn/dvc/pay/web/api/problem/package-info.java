/** Refusals as problem+json, and what the API refuses before a controller is reached. */
package vn.dvc.pay.web.api.problem;
