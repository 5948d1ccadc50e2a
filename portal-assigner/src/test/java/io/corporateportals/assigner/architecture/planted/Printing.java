package io.corporateportals.assigner.architecture.planted;

final class Printing {
    void say(String something) {
        System.out.println(something);
    }
}
