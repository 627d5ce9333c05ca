/** Models, tables and forms released by two persons without a restart. */
@NullMarked
package vn.dvc.pay.operations.models;

import org.jspecify.annotations.NullMarked;
