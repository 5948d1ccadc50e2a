package io.corporateportals.testbed.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WaitsTest {
    @Test
    void aPercentileIsAWaitThatSoManyDidNotExceed() {
        Waits waits = new Waits(LongStream.rangeClosed(1, 200).boxed().toList());

        assertThat(waits.percentile(50)).isEqualTo(100);
        assertThat(waits.percentile(99)).isEqualTo(198);
        assertThat(new Waits(List.of(7L)).percentile(50)).isEqualTo(7);
        assertThat(new Waits(List.of()).percentile(99)).isZero();
    }
}
