/** QR codes as drawings. */
@NullMarked
package vn.dvc.pay.documents.qr;

import org.jspecify.annotations.NullMarked;
