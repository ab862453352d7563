package app.lectern.tables;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/// The first sheet of an Excel workbook as rows of texts; numbers in a date format become ISO dates, with the time where they hold one.
final class WorkbookReader {
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
    /// A workbook that unpacks to more is no list that somebody wrote.
    private static final int LARGEST_PART = 50_000_000;

    private final Map<String, Element> parts;
    private final List<String> strings = new ArrayList<>();
    private final List<Boolean> dates = new ArrayList<>();

    private WorkbookReader(Map<String, Element> parts) {
        this.parts = parts;
        if (parts.containsKey("xl/sharedStrings.xml")) {
            children(parts.get("xl/sharedStrings.xml"), "si").forEach(item -> strings.add(texts(item)));
        }
        readStyles();
    }

    static List<TableRow> rows(byte[] workbook) throws IOException {
        var parts = new HashMap<String, Element>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var name = entry.getName();
                if (name.equals("xl/sharedStrings.xml") || name.equals("xl/styles.xml") || name.matches("xl/worksheets/sheet\\d+\\.xml")) {
                    var bytes = zip.readNBytes(LARGEST_PART);
                    parts.put(name, parsed(bytes));
                }
            }
        }
        var sheet = parts.keySet().stream().filter(name -> name.startsWith("xl/worksheets/")).sorted((one, other) ->
                one.length() == other.length() ? one.compareTo(other) : one.length() - other.length()).findFirst()
                .orElseThrow(() -> new IOException("a workbook without a sheet"));
        return new WorkbookReader(parts).rows(parts.get(sheet));
    }

    /// Without a document type there is nothing that a file could make the parser fetch or multiply.
    private static Element parsed(byte[] xml) throws IOException {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(xml)).getDocumentElement();
        } catch (ParserConfigurationException | SAXException damaged) {
            throw new IOException(damaged);
        }
    }

    private void readStyles() {
        var styles = parts.get("xl/styles.xml");
        if (styles == null) {
            return;
        }
        var own = new HashMap<String, String>();
        children(styles, "numFmt").forEach(format -> own.put(format.getAttribute("numFmtId"), format.getAttribute("formatCode")));
        children(styles, "cellXfs").forEach(list -> children(list, "xf").forEach(cell -> {
            var id = cell.getAttribute("numFmtId");
            boolean builtIn = id.matches("1[4-9]|2[0-2]|4[5-7]");
            dates.add(builtIn || own.getOrDefault(id, "").replaceAll("\"[^\"]*\"|\\[[^]]*]", "").matches("(?i).*[dyh].*"));
        }));
    }

    private List<TableRow> rows(Element sheet) {
        var rows = new ArrayList<TableRow>();
        for (var row : children(sheet, "row")) {
            var cells = new ArrayList<String>();
            var formulas = new HashSet<Integer>();
            for (var cell : children(row, "c")) {
                int column = column(cell.getAttribute("r"), cells.size());
                while (cells.size() < column) {
                    cells.add("");
                }
                if (isUnresolved(cell)) {
                    formulas.add(cells.size());
                }
                cells.add(value(cell));
            }
            rows.add(new TableRow(line(row.getAttribute("r"), rows), cells, formulas));
        }
        return rows;
    }

    /// A formula counts as its result, if the workbook was saved with one.
    private static boolean isUnresolved(Element cell) {
        boolean error = cell.getAttribute("t").equals("e");
        return error || !children(cell, "f").isEmpty() && children(cell, "v").stream().allMatch(value -> value.getTextContent().isEmpty());
    }

    private static int line(String number, List<TableRow> before) {
        return number.matches("\\d{1,7}") ? Integer.parseInt(number) : before.isEmpty() ? 1 : before.getLast().line() + 1;
    }

    private static int column(String reference, int next) {
        int column = 0;
        for (char letter : reference.toCharArray()) {
            if (letter >= 'A' && letter <= 'Z') {
                column = column * 26 + letter - 'A' + 1;
            }
        }
        return column == 0 || column > 1000 ? next : column - 1;
    }

    private String value(Element cell) {
        var values = children(cell, "v");
        var text = values.isEmpty() ? texts(cell) : values.getFirst().getTextContent();
        return switch (cell.getAttribute("t")) {
            case "s" -> text.matches("\\d{1,8}") && Integer.parseInt(text) < strings.size() ? Sheet.unguarded(strings.get(Integer.parseInt(text))) : "";
            case "inlineStr" -> Sheet.unguarded(text);
            case "str", "b", "e", "d" -> text;
            default -> number(text, cell.getAttribute("s"));
        };
    }

    private String number(String text, String style) {
        if (!text.matches("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?")) {
            return text;
        }
        double number = Double.parseDouble(text);
        boolean isDate = style.matches("\\d{1,6}") && Integer.parseInt(style) < dates.size() && dates.get(Integer.parseInt(style));
        if (isDate && number >= 0 && number < 2_958_466) {
            return moment(number);
        }
        return number == Math.rint(number) && Math.abs(number) < 1e15 ? Long.toString((long) number) : text;
    }

    /// Days since the epoch of spreadsheets; what is behind the point is the time of day, to the minute. Below one there is no day.
    private static String moment(double days) {
        long minutes = Math.round((days - Math.floor(days)) * 24 * 60);
        var at = EPOCH.plusDays((long) days).atStartOfDay().plusMinutes(minutes);
        return days < 1 ? at.toLocalTime().toString() : minutes == 0 ? at.toLocalDate().toString() : at.toString();
    }

    private static String texts(Element item) {
        var text = new StringBuilder();
        children(item, "t").forEach(part -> text.append(part.getTextContent()));
        return text.toString();
    }

    /// All below it with this name, in order.
    private static List<Element> children(Element of, String name) {
        var found = new ArrayList<Element>();
        var nodes = of.getElementsByTagNameNS("*", name);
        for (int at = 0; at < nodes.getLength(); at++) {
            found.add((Element) nodes.item(at));
        }
        return found;
    }
}
