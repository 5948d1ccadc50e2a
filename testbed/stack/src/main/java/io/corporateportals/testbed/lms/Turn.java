package io.corporateportals.testbed.lms;

import java.util.Random;

/** What happens in a learner's life beside learning, and to how many of a thousand. */
enum Turn {
    OPTS_OUT(45),
    OPTS_OUT_AND_RETURNS(25),
    MOVES(25),
    CORRECTS_NAME(40),
    CORRECTS_ADDRESS(15),
    OBJECTS(20),
    OBJECTS_FOR_A_WHILE(10),
    IS_TERMINATED(20),
    ALMOST_IS_TERMINATED(5),
    TAKES_A_JOB(15),
    NOTHING(780);

    private final int ofAThousand;

    Turn(int ofAThousand) {
        this.ofAThousand = ofAThousand;
    }

    static Turn any(Random random) {
        int left = random.nextInt(1000);
        for (Turn turn : values()) {
            left -= turn.ofAThousand;
            if (left < 0) return turn;
        }
        throw new IllegalStateException("fewer than a thousand");
    }
}
