/** Refusals as problem+json, including whatever is rejected before a controller is reached. */
@NullMarked
package vn.dvc.pay.web.api.problem;

import org.jspecify.annotations.NullMarked;
