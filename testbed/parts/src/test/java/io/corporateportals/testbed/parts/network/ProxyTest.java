package io.corporateportals.testbed.parts.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ProxyTest {
    private static final int CONNECTIONS = 200;
    private static final int BYTES = 256;
    private static final long PATIENCE_SECONDS = 10;

    // as TCP: what follows on something that disappeared never arrives either
    @Test
    void nothingArrivesAfterSomethingThatDisappearedHoweverSoonTheNetworkIsHealed() throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Proxy proxy = Proxy.to("127.0.0.1", server.getLocalPort())) {
            for (int n = 0; n < CONNECTIONS; n++) {
                CompletableFuture<Void> first = new CompletableFuture<>();
                Future<Integer> gap = threads.submit(() -> firstGap(server, first));
                Future<?> talking = threads.submit(() -> countOn(proxy.port()));
                first.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                proxy.halfOpen();
                TimeUnit.MICROSECONDS.sleep(500);
                proxy.heal();
                TimeUnit.MICROSECONDS.sleep(500);
                proxy.cut();
                talking.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                assertThat(gap.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(-1);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void onAForgottenConnectionNothingArrivesAnyMoreAndNobodyIsTold() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 2, InetAddress.getLoopbackAddress());
                Proxy proxy = Proxy.to("127.0.0.1", server.getLocalPort());
                Socket old = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
                Socket oldServers = server.accept()) {
            old.getOutputStream().write(1);
            assertThat(oldServers.getInputStream().read()).isEqualTo(1);
            proxy.forget();
            old.getOutputStream().write(2);
            oldServers.getOutputStream().write(3);
            try (Socket fresh = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
                    Socket freshServers = server.accept()) {
                fresh.getOutputStream().write(4);
                assertThat(freshServers.getInputStream().read()).isEqualTo(4);
            }
            assertHearsNothing(old);
            old.shutdownOutput();
            assertHearsNothing(oldServers);
        }
    }

    private static void assertHearsNothing(Socket socket) throws IOException {
        socket.setSoTimeout(300);
        assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
    }

    // until the connection is reset
    private static void countOn(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            OutputStream to = socket.getOutputStream();
            for (int n = 0; ; n++) to.write(n % BYTES);
        } catch (IOException reset) {
            // as it should be
        }
    }

    private static int firstGap(ServerSocket server, CompletableFuture<Void> first) {
        try (Socket socket = server.accept()) {
            InputStream from = socket.getInputStream();
            for (int n = 0; ; n++) {
                int read = from.read();
                first.complete(null);
                if (read < 0) return -1;
                if (read != n % BYTES) return n;
            }
        } catch (IOException reset) {
            return -1;
        }
    }
}
