/** The events that the portal was told of, to be read and asked for again. */
@NullMarked
package vn.dvc.pay.web.api.event;

import org.jspecify.annotations.NullMarked;
