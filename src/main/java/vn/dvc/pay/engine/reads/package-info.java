/** What the engine need not read, because it is known already. */
@NullMarked
package vn.dvc.pay.engine.reads;

import org.jspecify.annotations.NullMarked;
