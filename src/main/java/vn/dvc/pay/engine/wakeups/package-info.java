/**
 * When the engine looks for work: after each commit that creates some, when the next becomes due,
 * and now and then for what other nodes left.
 */
@NullMarked
package vn.dvc.pay.engine.wakeups;

import org.jspecify.annotations.NullMarked;
