/** What we add to Cockpit. */
@NullMarked
package vn.dvc.pay.engine.cockpit;

import org.jspecify.annotations.NullMarked;
