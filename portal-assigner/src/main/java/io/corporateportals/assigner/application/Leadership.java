package io.corporateportals.assigner.application;

/** Which of the instances announces. One at most believes it is the one, but for a moment after it has lost the store. */
public interface Leadership {
    /**
     * Takes the lead if nobody has it.
     *
     * @return the number of this instance's term, another one each time it takes the lead; 0 while somebody else has it
     */
    long term();

    /** Gives the lead up. */
    void resign();
}
