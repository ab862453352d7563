package app.lectern.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeparatedValuesTest {
    private static final String TEXT = "name;room\nZoë;Café\n";

    @Test
    void aFileIsReadInTheEncodingThatItHas() {
        for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, Charset.forName("windows-1252"))) {
            assertEquals(TEXT, SeparatedValues.decoded(TEXT.getBytes(charset)), charset.name());
        }
        assertEquals(TEXT, SeparatedValues.decoded(marked(StandardCharsets.UTF_8)));
        assertEquals(TEXT, SeparatedValues.decoded(marked(StandardCharsets.UTF_16LE)));
    }

    @Test
    void theSeparatorOfTheFirstLineHolds() {
        assertEquals(List.of(List.of("a", "b,c", "d"), List.of("1,5", "2", "")), SeparatedValues.rows("a;b,c;d\n1,5;2;"));
        assertEquals(List.of(List.of("a", "b"), List.of("1;2", "3")), SeparatedValues.rows("a\tb\n1;2\t3\n"));
    }

    @Test
    void quotedCellsKeepSeparatorsQuotesAndLineBreaks() {
        assertEquals(
                List.of(List.of("a", "say \"hi\", then\r\ngo"), List.of("", "")),
                SeparatedValues.rows("a,\"say \"\"hi\"\", then\r\ngo\"\r\n,\"\"\r\n"));
        assertEquals(List.of(List.of("a", " b,c", "5\" pipe")), SeparatedValues.rows("a, \"b,c\",5\" pipe"));
    }

    @Test
    void everyKindOfLineEndsARowAndAnEmptyLineIsOne() {
        var rows = List.of(List.of("a", "b"), List.of(""), List.of("c", "d"));
        assertEquals(rows, SeparatedValues.rows("a,b\n\nc,d"));
        assertEquals(rows, SeparatedValues.rows("a,b\r\n\r\nc,d\r\n"));
        assertEquals(rows, SeparatedValues.rows("a,b\r\rc,d\r"));
        assertEquals(List.of(), SeparatedValues.rows(""));
    }

    private static byte[] marked(Charset charset) {
        var out = new ByteArrayOutputStream();
        out.writeBytes("\uFEFF".getBytes(charset));
        out.writeBytes(TEXT.getBytes(charset));
        return out.toByteArray();
    }
}
