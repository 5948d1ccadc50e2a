package io.corporateportals.assigner.architecture.planted;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

class FieldInjected {
    @Autowired
    @Nullable
    Object injected;
}
