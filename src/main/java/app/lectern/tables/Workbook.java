package app.lectern.tables;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A sheet as an Office Open XML workbook: one worksheet, headings in bold that stay in view, text as text and numbers as numbers.
public final class Workbook {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String DOC = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private Workbook() {}

    public static byte[] of(Sheet sheet) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            part(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                    + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                    + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                    + override("workbook", "sheet.main") + override("worksheets/sheet1", "worksheet") + override("styles", "styles") + "</Types>");
            part(zip, "_rels/.rels", relationships(relationship("rId1", "officeDocument", "xl/workbook.xml")));
            part(zip, "xl/_rels/workbook.xml.rels", relationships(relationship("rId1", "worksheet", "worksheets/sheet1.xml")
                    + relationship("rId2", "styles", "styles.xml")));
            part(zip, "xl/workbook.xml", "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + DOC + "\"><sheets><sheet name=\"" + escaped(name(sheet.title()))
                    + "\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            part(zip, "xl/styles.xml", "<styleSheet xmlns=\"" + MAIN + "\"><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
                    + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
                    + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>"
                    + "<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
                    + "<cellXfs count=\"2\"><xf xfId=\"0\"/><xf xfId=\"0\" fontId=\"1\" applyFont=\"1\"/></cellXfs></styleSheet>");
            part(zip, "xl/worksheets/sheet1.xml", worksheet(sheet));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write((HEAD + xml).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"/xl/" + part + ".xml\" ContentType=\"" + TYPE + type + "+xml\"/>";
    }

    private static String relationships(String inside) {
        return "<Relationships xmlns=\"" + PACKAGE + "\">" + inside + "</Relationships>";
    }

    private static String relationship(String id, String type, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + DOC + "/" + type + "\" Target=\"" + target + "\"/>";
    }

    private static String worksheet(Sheet sheet) {
        int above = sheet.notes().size() + 1;
        var xml = new StringBuilder("<worksheet xmlns=\"").append(MAIN).append("\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"").append(above)
                .append("\" topLeftCell=\"A").append(above + 1).append("\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><sheetData>");
        int number = 0;
        for (var note : sheet.notes()) {
            xml.append("<row r=\"").append(++number).append("\">");
            text(xml, 0, number, note, false);
            xml.append("</row>");
        }
        xml.append("<row r=\"").append(++number).append("\">");
        for (int at = 0; at < sheet.headings().size(); at++) {
            text(xml, at, number, sheet.headings().get(at), true);
        }
        xml.append("</row>");
        for (var row : sheet.rows()) {
            xml.append("<row r=\"").append(++number).append("\">");
            for (int at = 0; at < row.size(); at++) {
                if (sheet.numbers().get(at) && row.get(at).matches("-?\\d+")) {
                    xml.append("<c r=\"").append(place(at, number)).append("\"><v>").append(row.get(at)).append("</v></c>");
                } else {
                    text(xml, at, number, sheet.cell(row, at), false);
                }
            }
            xml.append("</row>");
        }
        return xml.append("</sheetData></worksheet>").toString();
    }

    private static void text(StringBuilder xml, int column, int row, String text, boolean heading) {
        if (!text.isEmpty()) {
            xml.append("<c r=\"").append(place(column, row)).append(heading ? "\" s=\"1" : "").append("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
                    .append(escaped(text)).append("</t></is></c>");
        }
    }

    private static String place(int column, int row) {
        return (column < 26 ? "" : Character.toString('A' + column / 26 - 1)) + Character.toString('A' + column % 26) + row;
    }

    /// Thirty-one characters, and none of those that divide addresses.
    private static String name(String title) {
        var plain = title.replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
        return plain.isEmpty() ? "1" : plain.length() > 31 ? plain.substring(0, 31).strip() : plain;
    }

    /// As it may stand in XML and HTML; signs that neither allows are left out.
    public static String escaped(String text) {
        var safe = new StringBuilder();
        text.codePoints().filter(each -> each == '\n' || each == '\t' || each >= 0x20 && each != 0xFFFE && each != 0xFFFF && (each < 0xD800 || each > 0xDFFF))
                .forEach(each -> {
                    switch (each) {
                        case '<' -> safe.append("&lt;");
                        case '>' -> safe.append("&gt;");
                        case '&' -> safe.append("&amp;");
                        case '"' -> safe.append("&quot;");
                        default -> safe.appendCodePoint(each);
                    }
                });
        return safe.toString();
    }
}
