package app.lectern.shell.controls;

import app.lectern.words.Words;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import javafx.scene.control.DatePicker;
import javafx.util.StringConverter;

/// Date pickers that write and read dates in the person's language, whatever the computer's own is: the day comes before the month.
public final class DateFields {
    private DateFields() {}

    public static DatePicker in(DatePicker field, Words words) {
        field.setConverter(converter(words));
        return field;
    }

    private static StringConverter<LocalDate> converter(Words words) {
        var shown = DateTimeFormatter.ofPattern("EEE d MMM yyyy", words.locale());
        var read = List.of(shown, DateTimeFormatter.ofPattern("d MMM yyyy", words.locale()), DateTimeFormatter.ISO_LOCAL_DATE,
                DateTimeFormatter.ofPattern("d/M/yyyy", words.locale()), DateTimeFormatter.ofPattern("d.M.yyyy", words.locale()));
        return new StringConverter<>() {
            @Override
            public String toString(LocalDate date) {
                return date == null ? "" : shown.format(date);
            }

            @Override
            public LocalDate fromString(String text) {
                for (var form : read) {
                    try {
                        return LocalDate.parse(text.strip(), form);
                    } catch (DateTimeParseException other) {
                        // another way of writing it
                    }
                }
                return null;
            }
        };
    }
}
