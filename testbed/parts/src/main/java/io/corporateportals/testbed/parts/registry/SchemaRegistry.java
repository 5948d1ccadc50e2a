package io.corporateportals.testbed.parts.registry;

import io.corporateportals.testbed.parts.database.Database;
import io.corporateportals.testbed.parts.machine.DataDirectory;
import io.corporateportals.testbed.parts.machine.Home;
import io.corporateportals.testbed.parts.process.Child;
import io.corporateportals.testbed.parts.process.Children;
import io.corporateportals.testbed.parts.process.Jvm;
import io.corporateportals.testbed.parts.process.Launch;
import io.corporateportals.testbed.parts.process.Readiness;
import io.corporateportals.testbed.parts.process.Signal;
import java.nio.file.Path;

/** Apicurio Registry, which keeps its schemas in PostgreSQL and speaks Confluent's REST API. */
public final class SchemaRegistry {
    private final int port;
    private final Child child;

    private SchemaRegistry(int port, Child child) {
        this.port = port;
        this.child = child;
    }

    /**
     * Starts it; does not wait until it answers.
     *
     * @param database its own, whose owner has the same name
     */
    public static SchemaRegistry start(Children children, Home home, DataDirectory data, Database database, int port) {
        Path jar = home.builtLike("testbed/parts", "registry", "apicurio-registry-app-*-runner.jar");
        Jvm jvm = Jvm.running(jar)
                .options(data.filesOfJvm())
                .options(
                        "-Xmx384m",
                        "-Dquarkus.http.access-log.enabled=false",
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=" + port,
                        "-Dapicurio.storage.kind=sql",
                        "-Dapicurio.storage.sql.kind=postgresql",
                        "-Dapicurio.datasource.url=" + database.jdbcUrl(),
                        "-Dapicurio.datasource.username=" + database.name(),
                        "-Dapicurio.datasource.password=",
                        "-Dapicurio.datasource.jdbc.initial-size=2",
                        "-Dapicurio.datasource.jdbc.min-size=2");
        Launch launch = new Launch("the schema registry", jvm.command(), data.log("registry"));
        return new SchemaRegistry(port, children.start(data.lasting() ? launch : launch.stoppedBy(Signal.KILL)));
    }

    /** Returns when it answers. */
    public void awaitReady() {
        Readiness.awaitHttp(child, confluentUrl() + "/subjects");
    }

    /** Starts it again where it was; waits until it answers. */
    public void restart() {
        child.start();
        awaitReady();
    }

    /** The process, to be stopped, killed or paused. */
    public Child child() {
        return child;
    }

    /** The base URL of Confluent's REST API. */
    public String confluentUrl() {
        return "http://127.0.0.1:" + port + "/apis/ccompat/v7";
    }
}
