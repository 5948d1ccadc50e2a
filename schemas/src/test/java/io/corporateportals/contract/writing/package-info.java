@NullMarked
package io.corporateportals.contract.writing;

import org.jspecify.annotations.NullMarked;
