/** The nodes that share one database, as each says of itself. */
@NullMarked
package vn.dvc.pay.operations.nodes;

import org.jspecify.annotations.NullMarked;
