package io.corporateportals.testbed.parts;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the parts, as a parameter of type {@link Parts} or by {@link #parts()}. All tests of a run share one set:
 * it starts when the first test asks for it and ends with the run.
 */
public final class PartsExtension implements BeforeAllCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(PartsExtension.class);

    private static @Nullable Parts shared;

    /** The parts of this test run, for where there are no parameters: a static property source of Spring's, a field. */
    public static synchronized Parts parts() {
        Parts parts = shared;
        if (parts == null) {
            parts = Parts.start(PartsSettings.anywhere());
            shared = parts;
        }
        return parts;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(NAMESPACE).computeIfAbsent(AutoCloseable.class, key ->
                (AutoCloseable) PartsExtension::end);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Parts.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parts();
    }

    private static synchronized void end() {
        Parts parts = shared;
        shared = null;
        if (parts != null) parts.close();
    }
}
