package io.corporateportals.assigner.address;

import java.util.List;
import java.util.Random;

/** Texts from harmless to hostile; the seed is printed so that a failure can be repeated. */
final class RandomText {
    private static final List<String> PIECES = List.of(
            "acme",
            "example",
            "com",
            "de",
            "xn--",
            "xn--strae-oqa",
            "ß",
            "ς",
            "ü",
            "u\u0308",
            "рф",
            "пример",
            "公司",
            "ｅ",
            "İ",
            "☕",
            "😀",
            "1",
            "192",
            "-",
            "--",
            "_",
            ".",
            ".",
            ".",
            "。",
            "．",
            "@",
            ":",
            "/",
            "\\",
            "?",
            "#",
            "[",
            "]",
            "\"",
            " ",
            "https://",
            "\u0000",
            "\u00ad",
            "\u200b",
            "\u200c",
            "\u200d",
            "\u202e",
            "\u0627",
            "\u0628",
            "\ud800",
            "\udc00",
            "\ufffd",
            "\n");

    private final Random random;

    RandomText(long seed) {
        System.out.println("seed " + seed);
        random = new Random(seed);
    }

    String next() {
        StringBuilder text = new StringBuilder();
        for (int i = 1 + random.nextInt(8); i > 0; i--) text.append(piece());
        return text.toString();
    }

    private String piece() {
        return switch (random.nextInt(10)) {
            case 0 -> new String(Character.toChars(random.nextInt(Character.MAX_CODE_POINT + 1)));
            case 1 -> String.valueOf((char) random.nextInt(Character.MAX_VALUE + 1));
            case 2 -> String.valueOf((char) ('a' + random.nextInt(26))).repeat(1 + random.nextInt(70));
            case 3, 4 -> "." + PIECES.get(random.nextInt(PIECES.size()));
            default -> PIECES.get(random.nextInt(PIECES.size()));
        };
    }
}
