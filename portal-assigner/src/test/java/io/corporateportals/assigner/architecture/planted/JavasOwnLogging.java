package io.corporateportals.assigner.architecture.planted;

import java.util.logging.Logger;

final class JavasOwnLogging {
    final Logger log = Logger.getLogger("planted");
}
