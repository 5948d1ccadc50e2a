package io.corporateportals.assigner.architecture.planted.model;

import org.springframework.util.StringUtils;

final class ModelThatKnowsSpring {
    boolean isBlank(String text) {
        return !StringUtils.hasText(text);
    }
}
