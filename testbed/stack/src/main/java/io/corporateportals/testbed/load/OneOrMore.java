package io.corporateportals.testbed.load;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How many there are, where none would be no load. */
final class OneOrMore implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String word) {
        if (!word.matches("[1-9]\\d{0,8}")) throw new TypeConversionException("'" + word + "' is no number from 1 on");
        return Integer.valueOf(word);
    }
}
