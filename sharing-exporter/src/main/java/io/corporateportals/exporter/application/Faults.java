package io.corporateportals.exporter.application;

import java.util.ArrayList;
import java.util.List;

/** Faults in words that a log may hold: their messages may quote records, their types do not. */
public final class Faults {
    private Faults() {}

    /** The types of a fault and its causes, and where in this service it came up. */
    public static String inWords(Throwable fault) {
        List<String> types = new ArrayList<>();
        for (Throwable cause = fault; cause != null && types.size() < 8; cause = cause.getCause())
            types.add(cause.getClass().getSimpleName());
        for (StackTraceElement frame : fault.getStackTrace())
            if (frame.getClassName().startsWith("io.corporateportals."))
                return String.join(" < ", types) + " at " + frame.getFileName() + ":" + frame.getLineNumber();
        return String.join(" < ", types);
    }
}
