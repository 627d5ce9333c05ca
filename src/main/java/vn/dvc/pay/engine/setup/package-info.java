/** How the engine is configured, started and kept closed. */
@NullMarked
package vn.dvc.pay.engine.setup;

import org.jspecify.annotations.NullMarked;
