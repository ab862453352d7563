package app.lectern.deliverables;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/// The first sheet of an Excel workbook as rows of texts; numbers in a date format become ISO dates.
final class ExcelSheet {
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
    /// A workbook that unpacks to more is no list of deliverables.
    private static final int LARGEST_PART = 50_000_000;

    private final Map<String, Element> parts;
    private final List<String> strings = new ArrayList<>();
    private final List<Boolean> dates = new ArrayList<>();

    private ExcelSheet(Map<String, Element> parts) {
        this.parts = parts;
        if (parts.containsKey("xl/sharedStrings.xml")) {
            children(parts.get("xl/sharedStrings.xml"), "si").forEach(item -> strings.add(texts(item)));
        }
        readStyles();
    }

    static List<List<String>> rows(byte[] workbook) throws IOException {
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
        return new ExcelSheet(parts).rows(parts.get(sheet));
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
            boolean builtIn = id.matches("1[4-7]|22");
            dates.add(builtIn || own.getOrDefault(id, "").replaceAll("\"[^\"]*\"|\\[[^]]*]", "").matches("(?i).*[dy].*"));
        }));
    }

    private List<List<String>> rows(Element sheet) {
        var rows = new ArrayList<List<String>>();
        for (var row : children(sheet, "row")) {
            var cells = new ArrayList<String>();
            for (var cell : children(row, "c")) {
                int column = column(cell.getAttribute("r"), cells.size());
                while (cells.size() < column) {
                    cells.add("");
                }
                cells.add(value(cell));
            }
            rows.add(List.copyOf(cells));
        }
        return rows;
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
            case "s" -> text.matches("\\d{1,8}") && Integer.parseInt(text) < strings.size() ? strings.get(Integer.parseInt(text)) : "";
            case "str", "inlineStr", "b", "e", "d" -> text;
            default -> number(text, cell.getAttribute("s"));
        };
    }

    private String number(String text, String style) {
        if (!text.matches("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?")) {
            return text;
        }
        double number = Double.parseDouble(text);
        boolean isDate = style.matches("\\d{1,6}") && Integer.parseInt(style) < dates.size() && dates.get(Integer.parseInt(style));
        if (isDate && number > 0 && number < 2_958_466) {
            return EPOCH.plusDays((long) number).toString();
        }
        return number == Math.rint(number) && Math.abs(number) < 1e15 ? Long.toString((long) number) : text;
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
