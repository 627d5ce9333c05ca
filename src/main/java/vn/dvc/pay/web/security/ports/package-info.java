/** Which port serves whom: payers and the portal, staff, banks. */
@NullMarked
package vn.dvc.pay.web.security.ports;

import org.jspecify.annotations.NullMarked;
