package io.corporateportals.testbed.mutants;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Statements are prepared otherwise than they are written. */
final class RewritingDataSource extends DelegatingDataSource {
    private final UnaryOperator<String> rewriting;

    RewritingDataSource(DataSource honest, UnaryOperator<String> rewriting) {
        super(honest);
        this.rewriting = rewriting;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection honest = super.getConnection();
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getName().equals("prepareStatement")) arguments[0] = rewriting.apply((String) arguments[0]);
            try {
                return method.invoke(honest, arguments);
            } catch (InvocationTargetException fault) {
                throw fault.getCause();
            }
        };
        return (Connection)
                Proxy.newProxyInstance(Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, handler);
    }
}
