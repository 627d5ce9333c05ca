/**
 * An application under load and all that is around it, each in a process of its own: DVC Pay as its
 * users start it, or one of the two plain applications beside which its cost is held.
 */
package vn.dvc.bench.world;
