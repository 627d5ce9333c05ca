/** The accounts of staff and the rights of their groups. */
@NullMarked
package vn.dvc.pay.engine.people;

import org.jspecify.annotations.NullMarked;
