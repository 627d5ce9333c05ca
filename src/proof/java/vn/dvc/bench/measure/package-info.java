/** What programs and database say that they have used: statements, processor, memory. */
package vn.dvc.bench.measure;
