package app.lectern.accounts;

import app.lectern.tables.SeparatedValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Addresses out of whatever people paste or save: lists, mail headers, CSV with or without a heading. Each is kept once, in
/// the order in which it came; what is left out is counted.
///
/// @param addresses  in one form, the malformed ones among them, so that their rows say what is wrong
/// @param duplicates how many were named again
/// @param malformed  how many of the addresses are none
public record AddressList(List<String> addresses, int duplicates, int malformed) {
    private static final Set<String> HEADINGS = Set.of(
            "email", "e-mail", "mail", "email address", "e-mail address", "emailaddress", "upn", "userprincipalname",
            "user principal name", "address", "account");

    public AddressList {
        addresses = List.copyOf(addresses);
    }

    /// Free text: one a line, or with commas, semicolons or tabs between; `Ruth Okafor <ruth@…>` counts as one.
    public static AddressList ofText(String text) {
        var found = new ArrayList<String>();
        for (var part : text.split("[,;\\r\\n\\t]+")) {
            if (part.contains("<")) {
                found.add(part);
            } else {
                found.addAll(withoutNames(part.strip().split("\\s+")));
            }
        }
        return of(found);
    }

    /// `Ruth Okafor ruth@…` names one address; words without an @ are kept only where there is nothing else.
    private static List<String> withoutNames(String[] words) {
        var addresses = java.util.Arrays.stream(words).filter(word -> word.contains("@")).toList();
        return addresses.isEmpty() ? List.of(String.join(" ", words)) : addresses;
    }

    /// A CSV file's content: the column with the right heading, or the first one that holds addresses.
    public static AddressList ofCsv(String text) {
        var rows = SeparatedValues.rows(text).stream().filter(row -> !row.stream().allMatch(String::isBlank)).toList();
        if (rows.isEmpty()) {
            return new AddressList(List.of(), 0, 0);
        }
        int column = headingColumn(rows.getFirst());
        if (column >= 0) {
            return of(column(rows.subList(1, rows.size()), column));
        }
        return of(column(rows, columnWithAddresses(rows)));
    }

    /// Reads a file as UTF-8, as UTF-16 where it says so, and otherwise as what Windows spreadsheets save.
    public static AddressList read(Path file) throws IOException {
        var text = SeparatedValues.decoded(Files.readAllBytes(file));
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".csv") || name.endsWith(".tsv") ? ofCsv(text) : ofText(text);
    }

    static AddressList of(List<String> typed) {
        var kept = new LinkedHashSet<String>();
        int duplicates = 0;
        int malformed = 0;
        for (var each : typed) {
            var address = MailAddress.normalised(each);
            if (address.isEmpty()) {
                continue;
            }
            if (!kept.add(address)) {
                duplicates++;
            } else if (!MailAddress.isWellFormed(address)) {
                malformed++;
            }
        }
        return new AddressList(List.copyOf(kept), duplicates, malformed);
    }

    private static int headingColumn(List<String> heading) {
        for (int at = 0; at < heading.size(); at++) {
            if (HEADINGS.contains(heading.get(at).strip().toLowerCase(Locale.ROOT))) {
                return at;
            }
        }
        return -1;
    }

    private static int columnWithAddresses(List<List<String>> rows) {
        for (var row : rows) {
            for (int at = 0; at < row.size(); at++) {
                if (row.get(at).contains("@")) {
                    return at;
                }
            }
        }
        return 0;
    }

    private static List<String> column(List<List<String>> rows, int column) {
        return rows.stream().filter(row -> row.size() > column).map(row -> row.get(column)).toList();
    }
}
